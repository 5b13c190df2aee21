import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What a verb asks for while a target is claimed is done before routine looks.',
  file: 'packages/core/src/leases/engine/claims/store.ts',
  find: 'urgent_at = case when urgent_at <= ${until} then',
  replace: 'urgent_at = case when urgent_at <= ${tx.now} then',
  tests: ['packages/core/src/leases/engine/wakes.test.ts'],
  title: 'as urgent as it came',
};
