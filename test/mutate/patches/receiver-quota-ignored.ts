import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever receives a lease could have asked for it: their quota counts.',
  file: 'packages/core/src/ops/receiver.ts',
  find: 'await refuseOverQuota(tx, handing);',
  replace: '',
  tests: ['packages/core/src/ops/receiver.test.ts'],
  title: 'has room left',
};
