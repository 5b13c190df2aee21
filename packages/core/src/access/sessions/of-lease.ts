import { type AccessLease, isFinal } from '@sekisho/contract';
import type { LeaseRow } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { lentOfLease } from '../frozen.ts';
import { readMandate } from './consent.ts';
import { sessionKey } from './ends.ts';
import { keyOfRow, readEnds, type SessionEndRow } from './store.ts';
import { isCovered } from './written.ts';

/** What becomes of the sessions of a lease; null: they live on for as long as their set says. */
export type SessionsOf = (lease: LeaseRow) => AccessLease['liveSessions'];

/** A pass comes within this long after an end. */
const soonSeconds = 60;

/** Reads what becomes of sessions, for any number of leases. */
export async function sessionsOfLeases(tx: Tx): Promise<SessionsOf> {
  const mandate = await readMandate(tx);
  if (mandate?.may !== 'deny') return () => null;
  const { written } = mandate;
  const rows = new Map((await readEnds(tx)).map((row) => [keyOfRow(row), row]));
  return (lease) => {
    const { account } = lease.frozen;
    if (!isCovered(written, account)) return null;
    if (!isFinal(lease.state)) return 'end';
    if (lease.granted_at === null || lease.ended_at === null) return null;
    const { permissionSet, userId } = lentOfLease(lease);
    const row = rows.get(sessionKey({ account, permissionSet, userId }));
    if (row !== undefined && row.issued_before >= wholeSecondOf(lease.ended_at)) return fateOf(row);
    return tx.now < addSeconds(lease.ended_at, soonSeconds) ? 'ending' : null;
  };
}

function wholeSecondOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}

export function fateOf({ stands, no_room, pending }: SessionEndRow) {
  if (stands === true) return 'stand' as const;
  if (no_room) return 'no-room' as const;
  return pending ? ('ending' as const) : ('ended' as const);
}
