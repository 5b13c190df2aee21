import { jackknife } from './jackknife.ts';

/** One hour of two views: by how much each was bad, 0 when it was not and never less. */
export interface Paired {
  readonly day: number;
  readonly near: number;
  readonly far: number;
}

/** How two views rank the same hours: 1 alike, 0 without any relation. */
export interface RankCorrelation {
  /** Null where one of them never changes. */
  readonly value: number | null;
  /** Bounds at 95 %; null where there are too few days to say. */
  readonly low: number | null;
  readonly high: number | null;
}

/** atanh has no value at 1. */
const nearlyOne = 0.999_999;

/**
 * Spearman's rank correlation with tied ranks shared, bounded by leaving out one day at a time: hours
 * of one day are not independent, and counting them as if they were makes chance look like proof.
 */
export function rankCorrelation(pairs: readonly Paired[]): RankCorrelation {
  const value = spearman(pairs);
  if (value === null) return { value, low: null, high: null };
  const bounds = jackknife(pairs, (some) => stretched(spearman(some)));
  return {
    value,
    low: bounds === null ? null : Math.tanh(bounds.low),
    high: bounds === null ? null : Math.tanh(bounds.high),
  };
}

/** Fisher's transformation: on it, the error of a correlation is about as wide in both directions. */
function stretched(value: number | null): number | null {
  return value === null ? null : Math.atanh(Math.min(Math.max(value, -nearlyOne), nearlyOne));
}

function spearman(pairs: readonly Paired[]): number | null {
  const near = ranks(pairs.map((pair) => pair.near));
  const far = ranks(pairs.map((pair) => pair.far));
  const mean = (pairs.length + 1) / 2;
  let [together, ofNear, ofFar] = [0, 0, 0];
  for (const [index, rank] of near.entries()) {
    const [a, b] = [rank - mean, (far[index] ?? 0) - mean];
    together += a * b;
    ofNear += a * a;
    ofFar += b * b;
  }
  if (ofNear === 0 || ofFar === 0) return null;
  return Math.max(-1, Math.min(1, together / Math.sqrt(ofNear * ofFar)));
}

/** Ranks from 1; what is equal shares the mean of its ranks. Most hours are nought: only the others are sorted. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.flatMap((value, index) => (value > 0 ? index : []));
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const noughts = values.length - order.length;
  const found = values.map(() => (noughts + 1) / 2);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    const value = values[order[first] ?? 0];
    while (end < order.length && values[order[end] ?? 0] === value) end += 1;
    for (const index of order.slice(first, end)) found[index] = noughts + (first + 1 + end) / 2;
    first = end;
  }
  return found;
}
