import type { BudgetFacts, ReviewAction, SloReview } from '@sekisho/contract';
import type { ActionRow, Basis, ReviewRow } from './row.ts';

/** What was decided, and whether the counts have changed since; null before anything was. */
export function decisionView(
  { decided_at: at, decided_by: by, decision: text, basis }: ReviewRow,
  budget: BudgetFacts | null,
): SloReview['decision'] {
  if (at === null || by === null || text === null || basis === null) return null;
  const now = basisOf(budget);
  // A month that went on was not changed by that.
  const later = now.asOf !== basis.asOf;
  const changedSince = !later && (now.total !== basis.total || now.bad !== basis.bad);
  return { text, by, at: at.toISOString(), basis, changedSince };
}

/** The figures that a decision stands on. */
export function basisOf(budget: BudgetFacts | null): Basis {
  if (budget === null) return { asOf: null, target: null, total: 0, bad: 0, remainingShare: null };
  const { asOf, target, total, bad, remainingShare } = budget;
  return { asOf, target, total, bad, remainingShare };
}

export function actionView(row: ActionRow): ReviewAction {
  const { id, month, slo, what, owner, asked_by: askedBy, done_by: doneBy } = row;
  return {
    ...{ id, month, slo, what, owner, askedBy, doneBy },
    due: row.due_at?.toISOString() ?? null,
    askedAt: row.asked_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
  };
}
