import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'No deadline is past the hard maximum.',
  file: 'packages/core/src/leases/engine/settle.ts',
  find: 'soonest(wished, hardMaximum, whole.deadline)',
  replace: 'soonest(wished, whole.deadline)',
  tests: ['packages/core/src/leases/engine/giving-up.test.ts'],
  title: 'never past the hard maximum',
};
