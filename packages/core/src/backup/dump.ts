import { createHash } from 'node:crypto';
import type { Database } from '../platform/database/database.ts';
import { type BackupHeader, type BackupTable, backupFormat, leftOut } from './format.ts';
import {
  columnsOf,
  factsOf,
  migrationsOf,
  rowsOf,
  type Sql,
  sequencesOf,
  tableNames,
  writeValuesPlainly,
} from './store.ts';

/**
 * Everything that the database holds at one moment, but for what is left out, line by line: header,
 * tables, trailer. Other connections work on meanwhile; the embedded database has only this one.
 * Errors: the database's.
 */
export async function* dump(database: Pick<Database, 'kysely'>): AsyncGenerator<string> {
  const transaction = await database.kysely
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    yield* whole(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}

async function* whole(tx: Sql): AsyncGenerator<string> {
  await writeValuesPlainly(tx);
  const digest = createHash('sha256');
  const counts: Record<string, number> = {};
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  yield line(await headerOf(tx));
  const tables = (await tableNames(tx)).filter((name) => !leftOut.includes(name));
  for (const table of tables) {
    const columns = await columnsOf(tx, table);
    const sequences = await sequencesOf(tx, table, columns);
    const names = columns.map(({ name }) => name);
    yield line({ table, columns: names, sequences } satisfies BackupTable);
    counts[table] = 0;
    for await (const rows of rowsOf(tx, table, columns)) {
      counts[table] += rows.length;
      yield rows.map(line).join('');
    }
  }
  yield `${JSON.stringify({ end: true, rows: counts, sha256: digest.digest('hex') })}\n`;
}

async function headerOf(tx: Sql): Promise<BackupHeader> {
  const { installation, takenAt, newestEntry } = await factsOf(tx);
  return {
    sekisho: 'backup',
    format: backupFormat,
    migrations: await migrationsOf(tx),
    installation,
    takenAt: takenAt.toISOString(),
    newestEntry,
  };
}
