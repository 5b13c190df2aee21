import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A wake that comes while a target is claimed is not lost.',
  file: 'packages/core/src/leases/engine/store.ts',
  find: 'when t.next_check_at is distinct from r.seen then',
  replace: 'when false then',
  tests: ['packages/core/src/leases/engine/claims.test.ts'],
  title: 'does not lose a wake',
};
