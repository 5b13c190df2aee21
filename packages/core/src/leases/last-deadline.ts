import { addSeconds } from '../platform/clock.ts';
import type { LeaseRow } from './row.ts';

/** How far a lease can be extended: to its longest from ready, never past the hard maximum; null before ready. */
export function lastDeadline(
  lease: Pick<LeaseRow, 'ready_at' | 'maximum_seconds' | 'hard_maximum'>,
): Date | null {
  if (lease.ready_at === null) return null;
  const longest = addSeconds(lease.ready_at, lease.maximum_seconds);
  return lease.hard_maximum && lease.hard_maximum < longest ? lease.hard_maximum : longest;
}
