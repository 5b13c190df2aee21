import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease that changed since it was read is not overwritten.',
  file: 'packages/core/src/leases/store.ts',
  find: "    .where('revision', '=', lease.revision)\n",
  replace: '',
  tests: ['packages/core/src/leases/store.test.ts'],
  title: 'not overwritten',
};
