import { page } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { SessionEnd } from './ends.ts';
import { deleteEnd, type SessionEndRow } from './store.ts';

/** Ends are kept in whole seconds, the next one. */
const aheadSeconds = 1;
/** AWS's longest session, and an hour for clocks. */
export const longestDeniedSeconds = 13 * 3600;

/**
 * Whether an end is one of the past that sessions can have outlived: whoever writes to the database,
 * and a clock that is wrong, must not deny sessions that are yet to begin.
 */
export function isOfThePast(
  { issuedBefore, sessionsUntil }: Pick<SessionEnd, 'issuedBefore' | 'sessionsUntil'>,
  now: Date,
): boolean {
  if (issuedBefore > addSeconds(now, aheadSeconds)) return false;
  return sessionsUntil <= addSeconds(issuedBefore, longestDeniedSeconds);
}

export function isRowOfThePast(row: SessionEndRow, now: Date): boolean {
  return isOfThePast({ issuedBefore: row.issued_before, sessionsUntil: row.sessions_until }, now);
}

/** Drops what nobody may believe, with an entry and a page. */
export async function dropUnbelieved(house: House, rows: readonly SessionEndRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transactAsSystem(house, async (tx) => {
    for (const row of rows) {
      await deleteEnd(tx, row);
      const { account, person, permission_set: permissionSet, lease } = row;
      const issuedBefore = row.issued_before.toISOString();
      const facts = { account, person, permissionSet, lease, issuedBefore };
      const about = { subject: `account:${account}`, lease: null, environment: null };
      tx.record({ ...about, action: 'access.sessions-unbelieved', data: facts });
      page(tx, 'sessions-unbelieved', facts, `sessions-unbelieved:${lease}:${issuedBefore}`);
    }
  });
}
