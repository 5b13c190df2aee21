/** Fewer days say nothing about how days differ. */
export const leastDays = 7;
/** Standard errors on each side: 95 %. */
const errors = 1.96;

/**
 * Bounds at 95 % of a figure over some days, found by leaving out one day at a time; null where there
 * are fewer than seven days, or the figure hangs on a single one of them.
 * Source: B. Efron, C. Stein, "The jackknife estimate of variance" (1981).
 */
export function jackknife<Item extends { readonly day: number }>(
  items: readonly Item[],
  figure: (items: readonly Item[]) => number | null,
): { readonly low: number; readonly high: number } | null {
  const days = [...new Set(items.map(({ day }) => day))];
  if (days.length < leastDays) return null;
  const whole = figure(items);
  const without = days.map((day) => figure(items.filter((item) => item.day !== day)));
  if (whole === null || without.some((one) => one === null)) return null;
  const known = without.map((one) => one ?? 0);
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  const squares = known.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const error = Math.sqrt(((days.length - 1) / days.length) * squares);
  return { low: whole - errors * error, high: whole + errors * error };
}
