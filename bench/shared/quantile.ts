/**
 * The value below which `share` of them lie (nearest rank). NaN when there are none.
 *
 * @param share between 0 and 1; 1 is the greatest
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
