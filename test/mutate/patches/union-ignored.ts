import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A target has what any of its leases wants.',
  file: 'packages/core/src/leases/engine/reconcile.ts',
  find: 'const desired = kind.desired(work.leases);',
  replace: 'const desired = kind.desired(work.leases.slice(0, 1));',
  tests: ['packages/core/src/leases/engine/shared-target.test.ts'],
};
