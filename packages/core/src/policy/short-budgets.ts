import type { ConditionFacts, PolicyConfig } from '@sekisho/config';

/** An error budget of which too little is left for a rule. */
export interface ShortBudget {
  readonly rule: string;
  /** As the rule names it. */
  readonly budget: string;
  /** Share that is left; below 0 when overspent. */
  readonly left: number;
  /** Share that the rule compares it with; null where its condition does not write that out. */
  readonly asked: number | null;
}

/**
 * The budgets for want of which a rule did not lend: had all of them been left, its condition would
 * have told otherwise. None when something else decided.
 * @param holds what the condition told
 */
export function shortBudgets(
  { id: rule, budgets, condition, effect }: PolicyConfig,
  facts: ConditionFacts,
  holds: boolean,
): readonly ShortBudget[] {
  const stoodInTheWay = holds === (effect === 'deny');
  if (condition === null || budgets.length === 0 || !stoodInTheWay) return [];
  if (holdsWithAll(condition, facts) === holds) return [];
  const known = budgets.flatMap(({ name, share: asked }) => {
    const standing = facts.budgets(name);
    return 'problem' in standing ? [] : [{ rule, budget: name, left: standing.remaining, asked }];
  });
  const short = known.filter(({ left, asked }) => left < (asked ?? 1) || left === asked);
  return short.length > 0 ? short : known;
}

function holdsWithAll(
  condition: NonNullable<PolicyConfig['condition']>,
  facts: ConditionFacts,
): boolean | null {
  try {
    return condition({ ...facts, budgets: () => ({ remaining: 1 }) });
  } catch {
    return null;
  }
}
