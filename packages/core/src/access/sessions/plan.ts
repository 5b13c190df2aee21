import { type LeaseRow, leasesDuring } from '../../leases/index.ts';
import { isTrusted } from '../../ops/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { lentOfLease } from '../frozen.ts';
import { isOfThePast, isRowOfThePast, longestDeniedSeconds } from './believe.ts';
import { type Mandate, readMandate } from './consent.ts';
import { endsOf, type Had, type SessionEnd } from './ends.ts';
import { type Compared, readCompared, readEnds, type SessionEndRow } from './store.ts';
import { tellVoid } from './tell-void.ts';
import { readTroubles, type Troubles } from './troubles.ts';
import { isCovered, writeWritten } from './written.ts';

/** What one pass goes by. */
export interface Plan {
  readonly mandate: Mandate;
  /** Ends that sessions may have outlived, in accounts that policies bind. */
  readonly ends: readonly SessionEnd[];
  readonly rows: readonly SessionEndRow[];
  /** Rows that would deny more than the past. */
  readonly unbelieved: readonly SessionEndRow[];
  readonly troubles: Troubles;
  readonly compared: Compared | null;
}

const mostLeases = 100_000;

/**
 * Null when nothing may be done: nobody agreed, or the database is not believed. One that was restored
 * knows neither all ends nor what it once wrote.
 */
export async function readPlan(tx: Tx): Promise<Plan | null> {
  const mandate = await readMandate(tx);
  if (mandate === null || !(await isTrusted(tx))) return null;
  // Before anything is written: by this alone it is taken away when the settings have changed.
  if (mandate.may === 'deny') await writeWritten(tx, mandate.written);
  const ended = mandate.may === 'allow' ? [] : await readEnded(tx, mandate);
  const all = await readEnds(tx);
  await tellVoid(tx, mandate, { ends: ended, rows: all });
  const rows = all.filter((row) => isRowOfThePast(row, tx.now));
  const unbelieved = all.filter((row) => !rows.includes(row));
  const ends = mandate.may === 'deny' ? ended : [];
  const known = { compared: await readCompared(tx), troubles: await readTroubles(tx) };
  return { mandate, ends, rows, unbelieved, ...known };
}

async function readEnded(tx: Tx, { written }: Mandate): Promise<SessionEnd[]> {
  const from = addSeconds(tx.now, -longestDeniedSeconds);
  const span = { from, to: addSeconds(tx.now, 1), limit: mostLeases };
  const leases = await leasesDuring(tx, { ...span, kind: 'permission-set' });
  return endsOf(leases.map(hadBy)).filter(
    (end) =>
      isCovered(written, end.account) && end.sessionsUntil > tx.now && isOfThePast(end, tx.now),
  );
}

function hadBy(lease: LeaseRow): Had {
  const { permissionSet, permissionSetArn, userId, group } = lentOfLease(lease);
  return {
    account: lease.frozen.account,
    ...{ permissionSet, permissionSetArn, userId },
    ...{ group: group?.id ?? null, lease: lease.id, person: lease.holder },
    from: lease.granted_at ?? lease.requested_at,
    until: lease.ended_at,
  };
}
