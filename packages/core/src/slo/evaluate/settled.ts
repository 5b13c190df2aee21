import type { Reading } from '@sekisho/objectives/alerts';
import { type BudgetState, judgeSpan } from '@sekisho/objectives/budget';
import type { Look } from './look.ts';

/**
 * The readings, with a budget called spent or dropped only when enough of it is known: of a window
 * whose first minutes are all there is, one failure spends everything. So the whole window must be
 * known, and a period of the calendar that has just begun is measured by the traffic of a period
 * before now.
 */
export function settled(
  look: Look,
  budget: BudgetState | null,
  readings: readonly Reading[],
): readonly Reading[] {
  if (budget === null) return readings;
  let enough: number | null = null;
  return readings.map((reading) => {
    if (reading.kind !== 'budget-spent' && reading.kind !== 'budget-drop') return reading;
    if (!reading.holds) return reading;
    enough ??= allowedByThen(look, budget);
    const gone = reading.kind === 'budget-spent' ? reading.spentShare : reading.droppedShare;
    const holds = budget.full && gone * budget.allowed >= reading.at * enough;
    return { ...reading, holds };
  });
}

/** What a period may spend: what it has allowed so far, or what as long a time before now allowed, if that is more. */
function allowedByThen(
  { objective, ledger }: Look,
  { asOf, window, allowed }: BudgetState,
): number {
  if (objective.window.kind === 'rolling') return 0;
  const span = { from: asOf - (window.to - window.from), to: asOf };
  const before = judgeSpan(objective, ledger, span).allowed;
  return before > allowed ? before : 0;
}
