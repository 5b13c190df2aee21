/** Why nobody can tell what is left of a budget. */
export type BudgetProblem =
  /** No SLO, and no service that has one, is of this name. */
  | 'unknown'
  /** Nothing was measured lately, or nothing is promised of what was. */
  | 'unmeasured'
  /** What is known is too old to decide by. */
  | 'behind';

/** What is left of an error budget now. */
export type BudgetStanding =
  /** Share of the budget: 1 is all of it, 0 none, below 0 overspent. */
  { readonly remaining: number } | { readonly problem: BudgetProblem };

/** Tells how the budget of a name stands, as a condition writes that name. */
export type BudgetsNow = (name: string) => BudgetStanding;

/** A budget that a condition asks for, and that nobody can tell. */
export class UnknownBudget extends Error {
  readonly budget: string;
  readonly problem: BudgetProblem;

  constructor(budget: string, problem: BudgetProblem) {
    super(`the budget of ${budget} is ${problem}`);
    this.name = 'UnknownBudget';
    this.budget = budget;
    this.problem = problem;
  }
}

/** The share that is left. Errors: throws `UnknownBudget`. */
export function remainingOf(budgets: BudgetsNow, name: string): number {
  const standing = budgets(name);
  if ('problem' in standing) throw new UnknownBudget(name, standing.problem);
  // Not a number compares as false with everything: a rule that denies would not.
  if (Number.isNaN(standing.remaining)) throw new UnknownBudget(name, 'unmeasured');
  return standing.remaining;
}
