import { type LeaseRow, leasesDuring } from '../../leases/index.ts';
import { isTrusted } from '../../ops/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { lentOfLease } from '../frozen.ts';
import { type Mandate, type MayDeny, readMandate } from './consent.ts';
import { endsOf, type Had, type SessionEnd } from './ends.ts';
import { type Compared, readCompared, readEnds, type SessionEndRow } from './store.ts';
import { isCovered, writeWritten } from './written.ts';

/** What one pass goes by. */
export interface Plan {
  readonly mandate: Mandate;
  /** Ends that sessions may have outlived, in accounts that policies bind. */
  readonly ends: readonly SessionEnd[];
  readonly rows: readonly SessionEndRow[];
  readonly compared: Compared | null;
}

/** No session of a permission set lives longer: AWS's own maximum, and an hour for clocks and ends that came late. */
const longestSessionSeconds = 13 * 3600;
const mostLeases = 100_000;

/**
 * Null when nothing may be done: nobody agreed, or the database is not believed. One that was restored
 * knows neither all ends nor what it once wrote.
 */
export async function readPlan(tx: Tx): Promise<Plan | null> {
  const mandate = await readMandate(tx);
  if (mandate === null || !(await isTrusted(tx))) return null;
  const ends = mandate.may === 'deny' ? await readEnded(tx, mandate) : [];
  // Before anything is written: by this alone it is taken away when the settings have changed.
  if (mandate.may === 'deny') await writeWritten(tx, mandate.written);
  return { mandate, ends, rows: await readEnds(tx), compared: await readCompared(tx) };
}

async function readEnded(tx: Tx, { written }: MayDeny): Promise<SessionEnd[]> {
  const from = addSeconds(tx.now, -longestSessionSeconds);
  const span = { from, to: addSeconds(tx.now, 1), limit: mostLeases };
  const leases = await leasesDuring(tx, { ...span, kind: 'permission-set' });
  return endsOf(leases.map(hadBy)).filter(
    ({ account, sessionsUntil }) => isCovered(written, account) && sessionsUntil > tx.now,
  );
}

function hadBy(lease: LeaseRow): Had {
  const { permissionSet, permissionSetArn, userId, group, sessionSeconds } = lentOfLease(lease);
  return {
    account: lease.frozen.account,
    ...{ permissionSet, permissionSetArn, userId, sessionSeconds },
    ...{ group: group?.id ?? null, lease: lease.id, person: lease.holder },
    from: lease.granted_at ?? lease.requested_at,
    until: lease.ended_at,
  };
}
