import type { OutputOf } from '@sekisho/contract';
import { evaluateBudget, type Ledger, type Objective } from '@sekisho/objectives/budget';
import { isoOf, type Minute, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import type { Look } from './evaluate/index.ts';
import { finite } from './facts/facts.ts';

export type BudgetCurve = Pick<OutputOf<'slo.history'>, 'bucketMinutes' | 'points'>;

/**
 * What happened in a span in so many equal buckets at most (the last may be shorter): exact sums of
 * each, and the budget as of its end, with and without corrections.
 */
export function curveOf(look: Look, { from, to }: Span, most: number): BudgetCurve {
  const bucketMinutes = Math.max(Math.ceil((to - from) / most), 1);
  const points: BudgetCurve['points'] = [];
  for (let start = from; start < to; start += bucketMinutes) {
    const end = Math.min(start + bucketMinutes, to);
    const { measured, ...counts } = look.history.sum({ from: start, to: end });
    points.push({
      ...{ at: isoOf(end), ...counts },
      coverage: measured / ((end - start) * msPerMinute),
      remainingShare: remaining(look.objective, look.ledger, end),
      rawRemainingShare: remaining(look.objective, look.raw, end),
    });
  }
  return { bucketMinutes, points };
}

function remaining(objective: Objective, ledger: Ledger, at: Minute): number | null {
  // Before anyone counted there was no budget to speak of.
  if (at <= ledger.firstCell * ledger.cellMinutes) return null;
  return finite(evaluateBudget(objective, ledger, at)?.remainingShare ?? null);
}
