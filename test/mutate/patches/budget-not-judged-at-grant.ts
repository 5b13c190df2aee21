import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The error budget that a policy asks for is looked at again when a lease is granted.',
  file: 'packages/core/src/ops/judge-at-grant.ts',
  find: 'budgets: await budgetsNow(tx)',
  replace: 'budgets: () => ({ remaining: 1 })',
  tests: ['packages/core/src/policy/budgets.test.ts'],
  title: 'is judged again',
};
