import { sql } from 'kysely';
import type { BackupRow, BackupSequence } from '../format.ts';
import { type Column, quoted, type Sql } from '../store.ts';

/** A rule between tables, as it is made anew. */
interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Takes away the rules between tables, so that rows may come in any order; answers what to make anew. */
export async function dropForeignKeys(tx: Sql): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select r.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = current_schema()::text::regnamespace
    order by r.oid, c.conname
  `.execute(tx);
  for (const { table, name } of rows) {
    await sql.raw(`alter table ${quoted(table)} drop constraint ${quoted(name)}`).execute(tx);
  }
  return rows;
}

/** Errors: the database's, when a row names another that is not there. */
export async function addForeignKeys(tx: Sql, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) {
    await sql
      .raw(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`)
      .execute(tx);
  }
}

/** Writes rows as they were, with the numbers that they had. */
export async function insertRows(
  tx: Sql,
  table: string,
  columns: readonly Column[],
  rows: readonly BackupRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const values = columns.map(({ type }, at) => `(v->>${at})::${type}`).join(', ');
  const head = sql.raw(`insert into ${quoted(table)} (${names}) overriding system value
    select ${values} from`);
  await sql`${head} json_array_elements(${JSON.stringify(rows)}::json) as rows(v)`.execute(tx);
}

/** Whether the timeline has begun: every server writes there when it begins to use a database. */
export async function hasEntries(tx: Sql): Promise<boolean> {
  const { rows } = await sql`select from timeline_heads limit 1`.execute(tx);
  return rows.length > 0;
}

export async function emptyTable(tx: Sql, table: string): Promise<void> {
  await sql.raw(`delete from ${quoted(table)}`).execute(tx);
}

export async function continueSequence(
  tx: Sql,
  table: string,
  { column, last, called }: BackupSequence,
): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence(${quoted(table)}, ${column}), ${last}::bigint, ${called})
  `.execute(tx);
}

/** When the restore is done, by the database's clock. */
export async function clockOf(tx: Sql): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(tx);
  return rows[0]?.at ?? new Date();
}

/**
 * What must not live on from the world that is lost: tokens and links that may have been taken back
 * since, messages that were told, claims of processes that are gone, and trust in this database.
 */
export async function forgetWhatIsOver(tx: Sql, now: Date): Promise<void> {
  await sql`update tokens set revoked_at = ${now} where revoked_at is null`.execute(tx);
  await sql`update slack_links set revoked_at = ${now} where revoked_at is null`.execute(tx);
  await sql`delete from outbox where next_attempt_at is not null`.execute(tx);
  await sql`update loops set claimed_until = null`.execute(tx);
  await sql`update targets set claimed_until = null, fence = fence + 1`.execute(tx);
  await sql`delete from settings where key = 'sweep-examination'`.execute(tx);
}

export async function writeMark(tx: Sql, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await sql`
    insert into settings (key, value) values (${key}, ${text}::jsonb)
    on conflict (key) do update set value = excluded.value
  `.execute(tx);
}
