import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A wake that comes while a target is claimed is not lost.',
  file: 'packages/core/src/leases/store.ts',
  find: "at) })\n    .where('key', '=', key)\n",
  replace: "at) })\n    .where('key', '=', key)\n    .where('claimed_until', 'is', null)\n",
  tests: ['packages/core/src/leases/engine/wakes.test.ts'],
  title: 'does not lose a wake',
};
