import type { LeaseState } from '@sekisho/contract';
import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import type { LeaseRow } from '../row.ts';

/**
 * Which leases the engine must stop: all of them while everything is stopped, and after lending
 * was resumed those asked for until this moment, as long as some are left. Null: none.
 */
export type StopLine = 'all' | Date | null;

interface Tables {
  leases: LeaseRow;
  settings: { key: string; value: unknown };
}

const key = 'stop-line';

export async function readStopLine(tx: Tx): Promise<StopLine> {
  const line = await settingIn<string>(tx, key);
  return line === null || line === 'all' ? line : new Date(line);
}

/** From now on the engine stops every lease. */
export async function stopEverything(tx: Tx): Promise<void> {
  await writeSetting(tx, key, 'all');
}

/** From now on it stops only those that it had not come to: new ones are not its business. */
export async function stopOnlyTheRest(tx: Tx): Promise<void> {
  if ((await readStopLine(tx)) !== 'all') return;
  const newest = await sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select((select) => select.fn.max('requested_at').as('at'))
    .where(toStop)
    .executeTakeFirst();
  await writeSetting(tx, key, newest?.at?.toISOString() ?? null);
}

const stoppable: readonly LeaseState[] = ['requested', 'approved', 'granting', 'active'];
/** Written out, as the index of open leases is, so that it is used. */
const toStop = sql<boolean>`(state in (${sql.join(stoppable.map((state) => sql.lit(state)))})
  or (state = 'revoking' and drains_until is not null))`;

/** Whether a lease is still to be stopped: one that drains is, although it is being taken back. */
export function mustStop(
  {
    state,
    requested_at: requestedAt,
    drains_until: drainsUntil,
  }: Pick<LeaseRow, 'state' | 'requested_at' | 'drains_until'>,
  line: StopLine,
): boolean {
  if (line === null || (line !== 'all' && requestedAt > line)) return false;
  return stoppable.includes(state) || (state === 'revoking' && drainsUntil !== null);
}

/** Ids of the leases that are still to be stopped. */
export async function idsToStop(tx: Tx): Promise<string[]> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select('id')
    .where(toStop)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Makes up to `limit` targets due whose leases are still to be stopped, and forgets the line when none are left. */
export async function wakeToStop(tx: Tx, line: 'all' | Date, limit: number): Promise<void> {
  const asked = line === 'all' ? sql`` : sql`and requested_at <= ${line}`;
  await sql`
    update targets set next_check_at = ${tx.now}, urgent_at = ${tx.now}
    where key in (
      select t.key from leases join targets as t on t.key = leases.target_key
      where ${toStop} ${asked}
        and (t.urgent_at is null or t.urgent_at > ${tx.now})
        and (t.claimed_until is null or t.claimed_until <= ${tx.now})
      limit ${limit} for update of t skip locked
    )
  `.execute(sqlOf(tx));
  if (line === 'all') return;
  await sql`
    delete from settings where key = ${key} and value = ${JSON.stringify(line)}::jsonb
      and not exists (select from leases where ${toStop} ${asked})
  `.execute(sqlOf(tx));
}
