import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A database older than what it finds sweeps nothing.',
  file: 'packages/core/src/ops/sweep/trust.ts',
  find: "  return later ? 'database-older-than-instances' : null;",
  replace: "  return later && kept.anyLease === false ? 'database-older-than-instances' : null;",
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'older than',
};
