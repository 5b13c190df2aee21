import type { LeaseRow, Memo } from '../../leases/index.ts';
import { templateOf } from '../frozen.ts';

/** A server that vanished without being seen terminated is believed gone after this. */
export const vanishedAfterSeconds = 120;

/** Whether the servers of before the last replacement are yet to go: until then nothing is launched. */
export function isRetiring(lease: LeaseRow, memo: Memo): boolean {
  return lease.state === 'granting' && templateOf(lease).replaces.length > replacementsIn(memo);
}

/** The first attempt of the server that is wanted now: those before it were of servers that were replaced. */
export function firstAttemptIn({ firstAttempt }: Memo): number {
  return typeof firstAttempt === 'number' ? firstAttempt : 1;
}

function replacementsIn({ replacements }: Memo): number {
  return typeof replacements === 'number' ? replacements : 0;
}
