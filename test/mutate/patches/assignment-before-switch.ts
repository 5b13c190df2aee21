import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The switch of an assignment is set before the assignment is made.',
  file: 'packages/core/src/access/kind/change.ts',
  find: 'if (lent.group === null || !isNew) await arm(move);',
  replace: 'if (!isNew) await arm(move);',
  tests: ['packages/core/src/access/access.test.ts'],
};
