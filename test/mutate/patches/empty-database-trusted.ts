import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An empty database sweeps nothing.',
  file: 'packages/core/src/ops/sweep/trust.ts',
  find: "  if (kept === null || !kept.anyLease || kept.newestEntryAt === null) return 'database-empty';",
  replace: '  if (kept === null || !kept.anyLease || kept.newestEntryAt === null) return null;',
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'empty database',
};
