import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Everything that is stopped is stopped at once, not when it is looked at next.',
  file: 'packages/core/src/leases/engine/claims/store.ts',
  find: '    if (stopLine !== null) await wakeToStop(tx, stopLine, limit);\n',
  replace: '    void wakeToStop;\n',
  tests: ['packages/core/src/leases/stop-all.test.ts'],
  title: 'no lease is too many',
};
