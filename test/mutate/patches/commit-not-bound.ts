import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An approval is for one commit.',
  file: 'packages/core/src/ci/frozen.ts',
  find: '    sha: [frozen.sha, claims.sha],\n',
  replace: '',
  tests: ['packages/core/src/ci/exchange.test.ts'],
};
