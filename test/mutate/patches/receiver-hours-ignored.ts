import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever receives a lease could have asked for it: working hours count.',
  file: 'packages/core/src/ops/receiver.ts',
  find: 'refuseOutsideHours(tx, handing);',
  replace: '',
  tests: ['packages/core/src/ops/receiver.test.ts'],
  title: 'somebody in working hours',
};
