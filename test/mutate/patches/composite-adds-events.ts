import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'A composite SLO weighs its parts: the one with the most traffic does not hide the others.',
  file: 'packages/objectives/src/budget/weigh.ts',
  find: 'return { total, bad: (error ?? 0) * total };',
  replace:
    'return parts.reduce((sum, one) => ({ total: sum.total + one.total, bad: sum.bad + one.bad }), { total: 0 * (error ?? 0), bad: 0 * total });',
  tests: ['packages/objectives/src/budget/composite-ledger.test.ts'],
};
