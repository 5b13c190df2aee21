import type { Lease } from '@sekisho/contract';

/** Whether a lease is past its deadline, and what its job was given is let run on for a while: until it is stopped. */
export function isDraining(
  lease: Pick<Lease, 'state' | 'ending'> & { readonly worksUntil?: string | null },
  now: Date,
): boolean {
  const until = lease.worksUntil ?? null;
  if (lease.state !== 'revoking' || lease.ending !== 'deadline' || until === null) return false;
  return Date.parse(until) > now.getTime();
}
