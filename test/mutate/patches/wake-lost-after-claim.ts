import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A wake that comes after a claim has died is not lost.',
  file: 'packages/core/src/leases/store.ts',
  find: ", claimed_until - interval '1 millisecond')",
  replace: ')',
  tests: ['packages/core/src/leases/engine/wakes.test.ts'],
  title: 'does not lose a wake',
};
