import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import { readMoment } from '../platform/read-input.ts';
import type { LeaseRow } from './row.ts';

/** How far ahead a start may be asked for: policy and people change. */
const longestLeadSeconds = 30 * 24 * 3600;

/**
 * When a lease is to start: now unless another moment was asked for.
 * @param field what the caller calls that moment
 * Errors: `bad-moment` for one that has passed or is more than thirty days ahead.
 */
export function startOf(
  tx: Pick<Tx, 'now' | 'principal' | 'config'>,
  { at }: { readonly at?: string | undefined },
  field = 'at',
): Date {
  const startsAt = readMoment(tx, field, at, 'future');
  if (at === undefined || startsAt === undefined) return tx.now;
  if (startsAt < tx.now || startsAt > addSeconds(tx.now, longestLeadSeconds)) {
    throw new AppError('bad-moment', { field, value: at });
  }
  return startsAt;
}

/**
 * Whether a lease waits for a start that has not come: its own, or that of the lease it is part of,
 * which gives it one when it is granted.
 */
export function startsLater(
  { state, starts_at, part_of }: Pick<LeaseRow, 'state' | 'starts_at' | 'part_of'>,
  now: Date,
): boolean {
  if (state !== 'requested' && state !== 'approved') return false;
  return starts_at === null ? part_of !== null : starts_at > now;
}
