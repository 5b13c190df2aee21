// The tail is a sum of positive terms from one accurate point on, so nothing cancels, and it holds for
// a billion trials. The point: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).

/** ln(n!) less Stirling's formula for it. */
function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let each = 2; each <= n; each += 1) factorial *= each;
    return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - Math.log(2 * Math.PI) / 2;
  }
  const square = n * n;
  return (
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) /
    n
  );
}

/** x ln(x / mean) + mean − x, without cancelling where the two are near. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** P(X = k) of `n` trials of chance `p` each; 0 < p < 1. */
function pointOf(k: number, n: number, p: number): number {
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const rest = n - k;
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    deviance(k, n * p) -
    deviance(rest, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * rest));
}

/** 1 + r₁ + r₁r₂ + …, where each ratio is the next term over the last; they fall below 1. */
function seriesOf(ratio: (step: number) => number, steps: number): number {
  let sum = 1;
  let term = 1;
  for (let step = 1; step <= steps; step += 1) {
    term *= ratio(step);
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * P(X ≥ k): how likely at least `k` of `n` events fail when each fails with chance `p`.
 *
 * Relative error below 1e-9 for n up to a billion (see its test), while the result is above 1e-300.
 * Errors: throws `RangeError` unless 0 ≤ k, n whole and 0 ≤ p ≤ 1.
 */
export function binomialTail(k: number, n: number, p: number): number {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || n < 0 || !(p >= 0 && p <= 1))
    throw new RangeError(`no binomial tail of ${k} of ${n} at ${p}`);
  if (k <= 0) return 1;
  if (k > n || p === 0) return 0;
  if (p === 1) return 1;
  const odds = p / (1 - p);
  if (k > n * p)
    return Math.min(
      pointOf(k, n, p) * seriesOf((j) => ((n - k - j + 1) / (k + j)) * odds, n - k),
      1,
    );
  const last = k - 1;
  const below = pointOf(last, n, p) * seriesOf((j) => (last - j + 1) / (n - last + j) / odds, last);
  return Math.max(1 - below, 0);
}
