import { type Ledger, sumLedger } from '@sekisho/objectives/budget';
import type { Minute, Span } from '@sekisho/objectives/minutes';

/**
 * Where within a span it began to fail faster than a threshold: the start from which on the failures
 * exceed what the threshold would have brought by most, moved to the first failure after it. A few
 * strays long before do not count as the beginning. Null where nothing failed.
 * @param threshold share of errors
 */
export function beganAt(ledger: Ledger, { from, to }: Span, threshold: number): Minute | null {
  const size = ledger.cellMinutes;
  let excess = 0;
  let most = Number.NEGATIVE_INFINITY;
  let began: Minute | null = null;
  // Backwards: the excess of everything from a start to the end.
  for (let cell = Math.floor(to / size) - 1; cell * size >= from; cell -= 1) {
    const start = cell * size;
    const { bad, total } = sumLedger(ledger, { from: start, to: start + size });
    excess += bad - threshold * total;
    if (bad > 0 && excess >= most) {
      most = excess;
      began = start;
    }
  }
  return began;
}
