import { type Kysely, sql, type Transaction } from 'kysely';
import type { AnyTables } from '../platform/database/any-tables.ts';
import type { BackupRow, BackupSequence } from './format.ts';

export type Sql = Kysely<AnyTables> | Transaction<AnyTables>;

/** A column as the database has it. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly identity: boolean;
}

/** Values are read and written as text, whose form must not depend on who connects. */
export async function writeValuesPlainly(tx: Sql): Promise<void> {
  for (const setting of [
    "timezone = 'UTC'",
    "datestyle = 'ISO, YMD'",
    "bytea_output = 'hex'",
    'extra_float_digits = 1',
  ])
    await sql.raw(`set local ${setting}`).execute(tx);
}

/** Tables of the schema that the connection works in, the first made first; not the migrator's own. */
export async function tableNames(tx: Sql): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::text::regnamespace and relkind = 'r'
      and relname not like 'kysely%'
    order by oid
  `.execute(tx);
  return rows.map(({ name }) => name);
}

export async function columnsOf(tx: Sql, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select attname as name, format_type(atttypid, atttypmod) as type, attidentity <> '' as identity
    from pg_attribute
    where attrelid = ${quoted(table)}::regclass and attnum > 0 and not attisdropped
      and attgenerated = ''
    order by attnum
  `.execute(tx);
  return rows;
}

/** Migrations that the database has had, oldest first; none where there is no schema yet. */
export async function migrationsOf(tx: Sql): Promise<string[]> {
  const known = await sql<{ known: boolean }>`
    select to_regclass('kysely_migration') is not null as known
  `.execute(tx);
  if (known.rows[0]?.known !== true) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name
  `.execute(tx);
  return rows.map(({ name }) => name);
}

/** What the header says of the database itself. */
export async function factsOf(tx: Sql): Promise<{
  readonly installation: string | null;
  readonly takenAt: Date;
  readonly newestEntry: number;
}> {
  const { rows } = await sql<{ installation: string | null; at: Date; newest: number }>`
    select clock_timestamp() as at,
      (select value #>> '{}' from settings where key = 'installation') as installation,
      coalesce((select max(number) from timeline_heads), 0)::integer as newest
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the database answered nothing');
  return { installation: row.installation, takenAt: row.at, newestEntry: row.newest };
}

/** A table's rows, some at a time, however many there are. */
export async function* rowsOf(
  tx: Sql,
  table: string,
  columns: readonly Column[],
): AsyncGenerator<BackupRow[]> {
  const chosen = columns.map(({ name }, at) => `${quoted(name)}::text as c${at}`).join(', ');
  const cursor = quoted(`backup_${table}`);
  await sql
    .raw(`declare ${cursor} no scroll cursor for select ${chosen} from ${quoted(table)}`)
    .execute(tx);
  for (;;) {
    const { rows } = await sql
      .raw<Record<string, string | null>>(`fetch ${rowsAtOnce} from ${cursor}`)
      .execute(tx);
    if (rows.length > 0) yield rows.map((row) => columns.map((_, at) => row[`c${at}`] ?? null));
    if (rows.length < rowsAtOnce) break;
  }
  await sql.raw(`close ${cursor}`).execute(tx);
}

/** So few that they fit into one text, and are compressed within seconds, when each is as large as the largest plan. */
const rowsAtOnce = 20;

/** Where the identity columns of a table go on. */
export async function sequencesOf(
  tx: Sql,
  table: string,
  columns: readonly Column[],
): Promise<BackupSequence[]> {
  const found: BackupSequence[] = [];
  for (const { name } of columns.filter(({ identity }) => identity)) {
    const { rows } = await sql<{ sequence: string }>`
      select pg_get_serial_sequence(${quoted(table)}, ${name}) as sequence
    `.execute(tx);
    const state = await sql
      .raw<{ last: string; called: boolean }>(
        `select last_value::text as last, is_called as called from ${rows[0]?.sequence ?? ''}`,
      )
      .execute(tx);
    const [row] = state.rows;
    if (row !== undefined) found.push({ column: name, last: row.last, called: row.called });
  }
  return found;
}

/** A name as SQL takes it whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
