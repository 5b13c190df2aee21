import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A forged column beside an entry is found.',
  file: 'packages/core/src/timeline/verify-chain.ts',
  find: 'if (column) return fail',
  replace: "if (column?.[0] === '') return fail",
  tests: ['packages/core/src/timeline/tampering.test.ts'],
  title: 'entries.(actor|at|action)',
};
