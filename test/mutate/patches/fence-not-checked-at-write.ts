import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A process that lost its claim writes nothing.',
  file: 'packages/core/src/leases/engine/store.ts',
  find: '  if (row?.fence !== target.fence) throw new ClaimLost(target.key);',
  replace: '  if (row === undefined) throw new ClaimLost(target.key);',
  tests: ['packages/core/src/leases/engine/claims.test.ts'],
  title: 'write nothing',
};
