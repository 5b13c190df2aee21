import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A process that slept past its claim makes no more calls.',
  file: 'packages/core/src/leases/engine/store.ts',
  find: '  if (row?.fence !== target.fence || !until || until <= callEnds) throw new ClaimLost(target.key);',
  replace: '  if (row === undefined || callEnds === until) throw new ClaimLost(target.key);',
  tests: ['packages/core/src/leases/engine/claims.test.ts'],
  title: 'write nothing',
};
