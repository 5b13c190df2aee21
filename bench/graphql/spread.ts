import { quantile } from '../shared/quantile.ts';

export function medianOf(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Between which the median lies with 95 % certainty, whatever the values' distribution is: the
 * order statistics that a binomial distribution names.
 * https://www.itl.nist.gov/div898/handbook/prc/section2/prc263.htm
 */
export function spreadOf(values: readonly number[]): {
  readonly low: number;
  readonly high: number;
} {
  const half = 0.98 / Math.sqrt(values.length);
  return { low: quantile(values, 0.5 - half), high: quantile(values, Math.min(1, 0.5 + half)) };
}
