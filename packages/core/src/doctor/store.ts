import { type Kysely, sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { migrations } from '../platform/database/migrate.ts';

/** How the database stands. */
export interface DatabaseFacts {
  /** Such as `15.14`. */
  readonly version: string;
  /** It takes no writes: a standby, or made read-only. */
  readonly readOnly: boolean;
  /** Names of migrations that are not applied, and of applied ones that this version does not know. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly newest: string;
}

/** Reads them before whatever waits for the database. Errors: those of the database. */
export async function readDatabaseFacts({ ahead }: Database): Promise<DatabaseFacts> {
  const tables = ahead as unknown as Kysely<{ kysely_migration: { name: string } }>;
  const { rows } = await sql<{ version: string; read_only: string; standby: boolean }>`
    select current_setting('server_version') as version,
      current_setting('default_transaction_read_only') as read_only,
      pg_is_in_recovery() as standby
  `.execute(tables);
  const names = new Set(await appliedIn(tables));
  const known = Object.keys(migrations);
  const facts = rows[0];
  return {
    version: facts?.version ?? '-',
    readOnly: facts?.standby === true || facts?.read_only === 'on',
    missing: known.filter((name) => !names.has(name)),
    unknown: [...names].filter((name) => !known.includes(name)).toSorted(),
    newest: [...names].toSorted().at(-1) ?? '-',
  };
}

/** An empty database has no list of them. */
async function appliedIn(
  tables: Kysely<{ kysely_migration: { name: string } }>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there
  `.execute(tables);
  if (rows[0]?.there !== true) return [];
  const applied = await tables.selectFrom('kysely_migration').select('name').execute();
  return applied.map(({ name }) => name);
}
