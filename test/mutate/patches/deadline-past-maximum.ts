import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'No deadline is past the hard maximum.',
  file: 'packages/core/src/leases/engine/settle.ts',
  find: 'soonest(whole.deadline ?? wished, hardMaximum)',
  replace: 'whole.deadline ?? wished',
  tests: ['packages/core/src/leases/engine/giving-up.test.ts'],
  title: 'never past the hard maximum',
};
