import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody has more leases than their quota.',
  file: 'packages/core/src/ops/quota.ts',
  find: 'if (open.length < quota) return;',
  replace: 'if (open.length < quota + 1) return;',
  tests: ['packages/core/src/ops/start.test.ts'],
  title: 'quota',
};
