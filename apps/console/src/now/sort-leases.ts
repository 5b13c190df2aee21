import type { AnyLease } from '@sekisho/contract';
import { isOver } from '../shared/lease-facts.ts';

export interface SortedLeases {
  /** Waiting for approval: what the reader may agree to first, then the oldest. */
  readonly waiting: readonly AnyLease[];
  /** Over, but the written review of a break-glass start is still owed. */
  readonly reviews: readonly AnyLease[];
  /** Everything else that is not over: trouble first, then what ends soonest. */
  readonly open: readonly AnyLease[];
}

/** Sorts what is not over by what wants attention first; what `reader` may agree to comes first of what waits. */
export function sortLeases(
  leases: readonly AnyLease[],
  reader: string | null = null,
): SortedLeases {
  const mine = ({ approval }: AnyLease) => (approval.people.includes(reader ?? '') ? 0 : 1);
  const waiting = leases
    .filter(({ state }) => state === 'requested')
    .sort((a, b) => mine(a) - mine(b) || compare(a.requestedAt, b.requestedAt));
  const open = leases
    .filter((lease) => lease.state !== 'requested' && !isOver(lease))
    .sort((a, b) => urgency(a) - urgency(b) || compare(a.deadline ?? '~', b.deadline ?? '~'));
  const reviews = leases.filter((lease) => isOver(lease) && lease.reviewDue);
  return { waiting, open, reviews };
}

function urgency(lease: AnyLease): number {
  return lease.stuck ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
