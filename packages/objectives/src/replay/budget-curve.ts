import type { Minute } from '../minutes/index.ts';
import type { HistoryRead } from './history-read.ts';

/** How a budget went: the share of it that remained. */
export interface BudgetCurve {
  /** Null where nothing was allowed. */
  readonly curve: readonly { readonly at: Minute; readonly remainingShare: number | null }[];
  readonly lowest: number | null;
}

/** How large the share of errors in the budget window was, whatever the target. */
export interface WindowShares {
  readonly from: Minute;
  readonly everyMinutes: number;
  /** Null where nothing was judged. What remains of the budget of target `t` is `1 - share / (1 - t)`. */
  readonly shares: readonly (number | null)[];
}

/**
 * The share of errors in the window over the minutes read, evenly spread, the last one always on it:
 * one curve from which that of every target follows.
 *
 * @param points about how many to give
 */
export function windowShares(read: HistoryRead, points: number): WindowShares {
  const stride = strideOf(read, points);
  const shares: (number | null)[] = [];
  for (let index = firstOf(read, stride); index < read.at.length; index += stride) {
    const units = allowedAt(read, 1, index);
    shares.push(units === 0 ? null : (read.window.bad[index] ?? 0) / units);
  }
  return { from: read.at[firstOf(read, stride)] ?? 0, everyMinutes: stride, shares };
}

/**
 * The curve of one target's budget over the minutes read, evenly spread, the last one always on it.
 *
 * @param budget share of errors that the target allows
 * @param points about how many to give
 * @param lowestFrom the lowest is looked for among all minutes from this one on
 */
export function budgetCurve(
  read: HistoryRead,
  budget: number,
  { points, lowestFrom }: { readonly points: number; readonly lowestFrom: Minute },
): BudgetCurve {
  const stride = strideOf(read, points);
  const curve: { at: Minute; remainingShare: number | null }[] = [];
  for (let index = firstOf(read, stride); index < read.at.length; index += stride)
    curve.push({ at: read.at[index] ?? 0, remainingShare: remainingShare(read, budget, index) });
  return { curve, lowest: lowest(read, budget, lowestFrom) };
}

function strideOf({ at }: HistoryRead, points: number): number {
  return Math.max(Math.ceil(at.length / Math.max(points, 1)), 1);
}

function firstOf({ at }: HistoryRead, stride: number): number {
  return Math.max(at.length - 1, 0) % stride;
}

function lowest(read: HistoryRead, budget: number, from: Minute): number | null {
  let least: number | null = null;
  for (let index = 0; index < read.at.length; index += 1) {
    if ((read.at[index] ?? 0) < from) continue;
    const share = remainingShare(read, budget, index);
    if (share !== null && (least === null || share < least)) least = share;
  }
  return least;
}

function remainingShare(read: HistoryRead, budget: number, index: number): number | null {
  const allowed = allowedAt(read, budget, index);
  return allowed === 0 ? null : 1 - (read.window.bad[index] ?? 0) / allowed;
}

/** How many units may be bad in the budget window that ends at a minute; as live evaluation reckons it. */
export function allowedAt(
  { window, slicesToCome }: HistoryRead,
  budget: number,
  index: number,
): number {
  return (window.total[index] ?? 0) * budget + (slicesToCome[index] ?? 0) * budget;
}
