import { type Ledger, type Objective, sumLedger } from '../budget/index.ts';
import type { Minute } from '../minutes/index.ts';

/** What a window that ends at each minute held: read once, judged by every candidate target. */
export interface SumsByMinute {
  readonly bad: Float64Array;
  readonly total: Float64Array;
}

/**
 * The units of the spans that end at `ends`, missing time decided by the objective's policy.
 *
 * @param starts where each span begins
 * @param ends where each span ends
 */
export function sumsByMinute(
  { missing, method }: Objective,
  ledger: Ledger,
  starts: ArrayLike<Minute>,
  ends: ArrayLike<Minute>,
): SumsByMinute {
  const bad = new Float64Array(ends.length);
  const total = new Float64Array(ends.length);
  const assumes = missing === 'good' || missing === 'bad';
  for (let index = 0; index < ends.length; index += 1) {
    const sums = sumLedger(ledger, { from: starts[index] ?? 0, to: ends[index] ?? 0 });
    const unseen = sums.total === 0 || sums.measured === 0;
    const rate =
      method.kind !== 'occurrences' || unseen ? 1 : (sums.total / sums.measured) * 60_000;
    const assumed = assumes && sums.missing > 0 ? sums.missing * rate : 0;
    total[index] = sums.total + assumed;
    bad[index] = missing === 'bad' ? sums.bad + assumed : sums.bad;
  }
  return { bad, total };
}
