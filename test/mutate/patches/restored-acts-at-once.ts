import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'After a restore nothing is lent or taken back until an admin has looked.',
  file: 'packages/core/src/leases/engine/claims/store.ts',
  find: '    if (await isHeld(tx)) return { targets: [], stopLine: null };\n',
  replace: '',
  tests: ['packages/core/src/recovery/recovery.test.ts'],
  title: 'touches no healthy server',
};
