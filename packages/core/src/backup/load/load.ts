import type { Database } from '../../platform/database/database.ts';
import { migrate, migrations } from '../../platform/database/migrate.ts';
import { type Restored, restoredKey } from '../../platform/restored.ts';
import { BackupError, type BackupHeader, type BackupRow, type BackupTable } from '../format.ts';
import { type BackupPart, parseBackup } from '../parse.ts';
import { type Column, columnsOf, type Sql, tableNames, writeValuesPlainly } from '../store.ts';
import {
  addForeignKeys,
  clockOf,
  continueSequence,
  dropForeignKeys,
  emptyTable,
  forgetWhatIsOver,
  hasEntries,
  insertRows,
  writeMark,
} from './store.ts';

/** What was brought back. */
export interface Loaded {
  readonly header: BackupHeader;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Brings a backup back into an empty database, all of it or nothing: in one transaction, which is
 * committed only when the trailer has proven the file whole and the schema is up to date.
 * Errors: `BackupError`; the database's.
 */
export async function load(
  database: Pick<Database, 'kysely'>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Loaded> {
  return database.kysely.transaction().execute(async (tx) => {
    if ((await tableNames(tx)).length > 0) throw new BackupError('not-empty');
    await writeValuesPlainly(tx);
    const parts = parseBackup(bytes);
    const first = await parts.next();
    if (first.done === true || first.value.is !== 'header') throw new BackupError('not-a-backup');
    const { header } = first.value;
    await migrateAsThen(tx, header);
    // A server may have begun to use it before the migrations took their lock.
    if (await hasEntries(tx)) throw new BackupError('not-empty');
    const foreignKeys = await dropForeignKeys(tx);
    // A migration may have written rows of its own: the backup has them, as they became.
    for (const table of await tableNames(tx)) await emptyTable(tx, table);
    const loaded = await loadTables(tx, parts);
    await addForeignKeys(tx, foreignKeys).catch((cause: unknown) => {
      throw new BackupError('damaged', 'a row names another that is not there', cause);
    });
    await migrate(tx);
    await leaveMark(tx, header);
    return { header, ...loaded };
  });
}

/** The schema that the backup was taken from; rows are changed by later migrations as any others are. */
async function migrateAsThen(tx: Sql, { migrations: had }: BackupHeader): Promise<void> {
  const unknown = had.find((name) => !Object.hasOwn(migrations, name));
  if (unknown !== undefined) throw new BackupError('newer', unknown);
  const last = had.at(-1);
  if (last === undefined) throw new BackupError('damaged', 'header');
  await migrate(tx, last);
}

interface Filling {
  readonly table: BackupTable;
  readonly columns: readonly Column[];
  rows: BackupRow[];
  size: number;
}

/** As much as one statement carries: rows, and characters. */
const most = { rows: 500, size: 4_000_000 };

async function loadTables(
  tx: Sql,
  parts: AsyncIterable<BackupPart>,
): Promise<Omit<Loaded, 'header'>> {
  const known = new Set(await tableNames(tx));
  let filling: Filling | null = null;
  let tables = 0;
  let rows = 0;
  for await (const part of parts) {
    if (part.is === 'header') continue;
    if (part.is === 'table') {
      await pour(tx, filling);
      filling = await begin(tx, part.table, known);
      tables += 1;
    } else if (filling !== null) {
      rows += 1;
      take(filling, part.row);
      if (filling.rows.length >= most.rows || filling.size >= most.size) await pour(tx, filling);
    }
  }
  await pour(tx, filling);
  return { tables, rows };
}

async function begin(tx: Sql, table: BackupTable, known: ReadonlySet<string>): Promise<Filling> {
  if (!known.has(table.table)) throw new BackupError('damaged', `the table ${table.table}`);
  const all = await columnsOf(tx, table.table);
  const columns = table.columns.map((wanted) => {
    const column = all.find(({ name }) => name === wanted);
    if (column === undefined) throw new BackupError('damaged', `${table.table}.${wanted}`);
    return column;
  });
  for (const sequence of table.sequences) await continueSequence(tx, table.table, sequence);
  return { table, columns, rows: [], size: 0 };
}

function take(filling: Filling, row: BackupRow): void {
  if (row.length !== filling.columns.length)
    throw new BackupError('damaged', `a row of ${filling.table.table}`);
  filling.rows.push(row);
  filling.size += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
}

async function pour(tx: Sql, filling: Filling | null): Promise<void> {
  if (filling === null || filling.columns.length === 0) return;
  const { table, columns, rows } = filling;
  filling.rows = [];
  filling.size = 0;
  await insertRows(tx, table.table, columns, rows).catch((cause: unknown) => {
    // Values that the schema does not take: class 22 and 23 of PostgreSQL's error codes.
    const { code = '' } = cause as { code?: string };
    throw /^2[23]/.test(code)
      ? new BackupError('damaged', `a row of ${table.table}`, cause)
      : cause;
  });
}

async function leaveMark(tx: Sql, { takenAt, newestEntry }: BackupHeader): Promise<void> {
  const now = await clockOf(tx);
  await forgetWhatIsOver(tx, now);
  const mark: Restored = { restoredAt: now.toISOString(), takenAt, newestEntry, noted: false };
  await writeMark(tx, restoredKey, mark);
}
