import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nothing is swept by the orders of a database that is in doubt.',
  file: 'packages/core/src/ops/sweep/step.ts',
  find: 'if (!(await isTrusted(tx)))',
  replace: 'if (!(await isTrusted(tx)) && payload === null)',
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'before this database was doubted',
};
