import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Context, Tx } from '../platform/context.ts';
import { readDuration } from '../platform/read-input.ts';
import { refuseUntilSettled } from '../platform/restored.ts';
import { lastDeadline } from './last-deadline.ts';
import { about, redraw } from './move.ts';
import { extendParts } from './parts/extend-parts.ts';
import { refusePart } from './parts/refuse-part.ts';
import type { LeaseRow } from './row.ts';
import { updateLease, wakeTarget } from './store.ts';
import { needActive, refuseUnlessTender } from './tender.ts';

/**
 * Moves the deadline of a lease that is locked and active, without a gap.
 * @param verb action of its entry
 * @param by a span, such as `30m`
 * Errors: `not-ready`, `wrong-state`, `not-yours`, `bad-duration`, `past-hard-maximum`, `restored-unsettled`.
 */
export async function extendLease(
  tx: Tx,
  locked: LeaseRow,
  { verb, by, context }: { readonly verb: string; readonly by: string; readonly context: Context },
): Promise<LeaseRow> {
  await refuseUntilSettled(tx);
  refusePart(locked);
  const seconds = readDuration('by', by);
  const lease = needActive(locked);
  refuseUnlessTender(tx, lease, context);
  const deadline = addSeconds(lease.deadline, seconds);
  const last = lastDeadline(lease) ?? lease.deadline;
  if (deadline > last) {
    const longestSeconds = Math.max(0, Math.floor((Number(last) - Number(lease.deadline)) / 1000));
    throw new AppError('past-hard-maximum', { hardMaximum: last.toISOString(), longestSeconds });
  }
  const extended = await updateLease(tx, lease, { deadline });
  tx.record({ ...about(lease), action: verb, data: { bySeconds: seconds, deadline } });
  await extendParts(tx, extended);
  redraw(tx, extended);
  await wakeTarget(tx, lease.target_key, tx.now);
  return extended;
}
