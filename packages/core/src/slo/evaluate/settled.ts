import type { DropReading, Reading, SpentReading } from '@sekisho/objectives/alerts';
import { type BudgetState, judgeSpan } from '@sekisho/objectives/budget';
import type { Look } from './look.ts';

/**
 * The readings, with a budget called spent or dropped only when enough of it is known: of a window
 * whose first minutes are all there is, one failure spends everything. So the whole window must be
 * known, and a period of the calendar that has just begun is measured by the traffic of a period
 * before now.
 */
export function settled(
  look: Pick<Look, 'objective' | 'ledger'>,
  budget: BudgetState | null,
  readings: readonly Reading[],
): readonly Reading[] {
  if (budget === null) return readings;
  let enough: number | null = null;
  return readings.map((reading) => {
    if (reading.kind !== 'budget-spent' && reading.kind !== 'budget-drop') return reading;
    if (!reading.holds) return reading;
    enough ??= allowedByThen(look, budget);
    const holds = budget.full && badOf(look, budget, reading) / enough >= reading.at;
    return { ...reading, holds };
  });
}

/** What failed, counted anew: of a period that has allowed nothing yet its share says nothing. */
function badOf(
  { objective, ledger }: Pick<Look, 'objective' | 'ledger'>,
  { asOf, bad }: BudgetState,
  reading: SpentReading | DropReading,
): number {
  if (reading.kind === 'budget-spent') return bad;
  return judgeSpan(objective, ledger, { from: asOf - reading.minutes, to: asOf }).bad;
}

/** What a period may spend: what it has allowed so far, or what as long a time before now allowed, if that is more. */
function allowedByThen(
  { objective, ledger }: Pick<Look, 'objective' | 'ledger'>,
  { asOf, window, allowed }: BudgetState,
): number {
  if (objective.window.kind === 'rolling') return 0;
  const span = { from: asOf - (window.to - window.from), to: asOf };
  const before = judgeSpan(objective, ledger, span).allowed;
  return before > allowed ? before : 0;
}
