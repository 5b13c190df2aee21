import type { LeaseRow } from './row.ts';

/** Whether a lease is past its deadline, and what it gave is let run on for a while. */
export function isDraining(
  { state, drains_until: until }: Pick<LeaseRow, 'state' | 'drains_until'>,
  now: Date,
): boolean {
  return state === 'revoking' && until !== null && until > now;
}
