import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The end of a lease takes away nothing that was there before it.',
  file: 'packages/core/src/access/kind/change.ts',
  find: 'return found === true || standing;',
  replace: 'return (found === true && false) || standing;',
  tests: ['packages/core/src/access/access.test.ts'],
  title: 'leaves what was there before',
};
