import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A job that others must agree to was started by somebody whom the roster knows.',
  file: 'packages/core/src/ci/consider.ts',
  find: 'judged.approval.count > 0 && !known && !bot',
  replace: 'judged.approval.count > 9 && !known && !bot',
  tests: ['packages/core/src/ci/exchange.test.ts'],
};
