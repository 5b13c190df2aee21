import type { Memo } from '../../leases/index.ts';

/** The attempt that is under way, as a memo holds it. */
export function attemptIn(memo: Memo): number {
  return typeof memo.attempt === 'number' ? memo.attempt : 1;
}

/** The attempt that was too slow and is being replaced; 0 when none was. */
export function replacedIn(memo: Memo): number {
  return typeof memo.replaced === 'number' ? memo.replaced : 0;
}

/** Seconds since a moment that a memo holds; null when it holds none. */
export function secondsSince(moment: unknown, now: Date): number | null {
  if (typeof moment !== 'string') return null;
  return (now.getTime() - new Date(moment).getTime()) / 1000;
}
