import { type Ledger, type Objective, unitsOf } from '../budget/index.ts';
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
  { missing }: Objective,
  ledger: Ledger,
  starts: ArrayLike<Minute>,
  ends: ArrayLike<Minute>,
): SumsByMinute {
  const bad = new Float64Array(ends.length);
  const total = new Float64Array(ends.length);
  for (let index = 0; index < ends.length; index += 1) {
    const span = { from: starts[index] ?? 0, to: ends[index] ?? 0 };
    const units = unitsOf(missing, ledger, span);
    total[index] = units.total;
    bad[index] = units.bad;
  }
  return { bad, total };
}
