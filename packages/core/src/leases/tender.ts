import { ownerOf, roleOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Context, Tx } from '../platform/context.ts';
import type { LeaseRow } from './row.ts';

/** Errors: `not-yours` unless the caller holds the lease or is an SRE. */
export function refuseUnlessTender(tx: Tx, lease: LeaseRow, context: Context): void {
  const role = roleOf(tx.config, context);
  const owner = ownerOf(tx.principal.id);
  if (lease.holder === owner || role === 'sre' || role === 'admin') return;
  const { holder, kind } = lease;
  throw new AppError('not-yours', kind === 'ops-server' ? { holder } : { holder, thing: 'lent' });
}

/** The lease, now known to be active. Errors: `not-ready`, `wrong-state`. */
export function needActive(lease: LeaseRow): LeaseRow & { deadline: Date; ready_at: Date } {
  const { id, state, deadline, ready_at } = lease;
  if (state === 'requested' || state === 'approved' || state === 'granting') {
    throw new AppError('not-ready', { id, state });
  }
  if (state !== 'active' || deadline === null || ready_at === null) {
    throw new AppError('wrong-state', { id, state });
  }
  return { ...lease, deadline, ready_at };
}
