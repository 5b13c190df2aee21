import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A policy that asks for an error budget refuses while nobody can tell how much is left.',
  file: 'packages/config/src/budgets/standing.ts',
  find: "if ('problem' in standing) throw new UnknownBudget(name, standing.problem);",
  replace: "if ('problem' in standing) return 1;",
  tests: [
    'packages/core/src/policy/budgets.test.ts',
    'packages/config/src/budgets/budgets.test.ts',
  ],
};
