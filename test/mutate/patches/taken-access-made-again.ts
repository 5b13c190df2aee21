import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What somebody took away in AWS is not made again.',
  file: 'packages/core/src/access/kind/change.ts',
  find: 'const isNew = desired.granting && (!seen.assigned || isLeftOver(desired, seen));',
  replace: 'const isNew = !seen.assigned || isLeftOver(desired, seen);',
  tests: ['packages/core/src/access/access.test.ts'],
};
