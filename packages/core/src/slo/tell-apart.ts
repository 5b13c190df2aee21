/**
 * Good and bad of a minute from a count of all events and one of those that are good, or bad; null for
 * a count that the source does not have.
 *
 * Null when nothing was measured: without a count of all, unless bad ones were counted. A load balancer
 * whose targets are all gone counts failures and no requests.
 * @param apart which of them `told` counts
 */
export function tellApart(
  total: number | null,
  told: number | null,
  apart: 'good' | 'bad',
): { readonly good: number; readonly bad: number } | null {
  if (apart === 'good') {
    if (total === null) return null;
    const good = Math.min(told ?? 0, total);
    return { good, bad: total - good };
  }
  if (total === null && told === null) return null;
  return { good: Math.max(0, (total ?? 0) - (told ?? 0)), bad: told ?? 0 };
}
