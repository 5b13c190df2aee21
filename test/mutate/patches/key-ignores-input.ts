import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A key answers only the question that it came with.',
  file: 'packages/core/src/platform/idempotency.ts',
  find: 'if (row.input_hash !== claim.inputHash) throw',
  replace: "if (row.input_hash === '') throw",
  tests: ['packages/core/src/platform/execute.test.ts'],
  title: 'another question',
};
