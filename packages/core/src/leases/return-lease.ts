import { ownerOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Context, Tx } from '../platform/context.ts';
import { isDraining } from './draining.ts';
import { beginRevoking, move } from './move.ts';
import { refusePart } from './parts/refuse-part.ts';
import type { LeaseRow } from './row.ts';
import { refuseUnlessTender } from './tender.ts';

/** How a lease is given back. */
interface Returning {
  /** Action of the entry. */
  readonly verb: string;
  readonly reason?: string | undefined;
  readonly context: Context;
}

/**
 * Gives a locked lease back before its deadline, or before it has drained: one that nobody has yet is
 * withdrawn. Errors: `not-yours`, `wrong-state` for one that is over or ending.
 */
export async function returnLease(
  tx: Tx,
  lease: LeaseRow,
  { verb, reason, context }: Returning,
): Promise<LeaseRow> {
  refusePart(lease);
  refuseUnlessTender(tx, lease, context);
  const texts = reason ? { texts: { reason } } : {};
  if (lease.state === 'requested' || lease.state === 'approved') {
    const entry = { action: verb, ...texts };
    return move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry });
  }
  const lent = lease.state === 'granting' || lease.state === 'active';
  if (!lent && !isDraining(lease, tx.now)) {
    throw new AppError('wrong-state', { id: lease.id, state: lease.state });
  }
  const mine = lease.holder === ownerOf(tx.principal.id);
  return beginRevoking(tx, lease, mine ? 'returned' : 'stopped-by-sre', { action: verb, ...texts });
}
