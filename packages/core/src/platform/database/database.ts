import { join } from 'node:path';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type Transaction,
} from 'kysely';
import type { Pool } from 'pg';
import type { AnyTables } from './any-tables.ts';
import { lockDirectory } from './directory-lock.ts';
import { migrate } from './migrate.ts';
import { createPgliteLanes, type StatementRunner } from './pglite-pool.ts';
import { openPgliteWorker } from './pglite-runner.ts';

/** An open, migrated database. Only stores look inside. */
export interface Database {
  readonly engine: 'pglite' | 'postgres';
  /** No other process can have it open: whatever is claimed in it when it opens was claimed by the dead. */
  readonly alone: boolean;
  readonly kysely: Kysely<AnyTables>;
  /** The same, for single statements that somebody outside must be answered by within a moment: nobody who works waits before them. */
  readonly ahead: Kysely<AnyTables>;
  /** Runs `work` in one transaction; rolls back when it throws. */
  transaction<T>(work: (transaction: Transaction<AnyTables>) => Promise<T>): Promise<T>;
  /** The database's own time. */
  now(): Promise<Date>;
  /** Settles when it can never answer again, so that the process must be started anew; PostgreSQL always may. */
  readonly died: Promise<Error>;
  close(): Promise<void>;
}

/** How a database is opened by who only keeps it or brings it back. */
export interface OpenOptions {
  /** Neither made nor migrated. */
  readonly asItIs?: true;
}

/** Folder of the embedded database in its data directory. */
export const embeddedFolder = 'pglite';

/** Opens the embedded database in `directory`, alone. Errors: throws when another process has it. */
export async function openEmbedded(
  directory: string,
  options: OpenOptions = {},
): Promise<Database> {
  const lock = lockDirectory(directory);
  const database = await openPgliteWorker(join(directory, embeddedFolder))
    .then((runner) => openOn(runner, options))
    .catch((error: unknown) => {
      lock.release();
      throw error;
    });
  return {
    ...database,
    alone: true,
    async close() {
      await database.close();
      lock.release();
    },
  };
}

/** Opens a database on a PGlite that the caller made: tests keep one in memory. */
export async function openOn(
  runner: StatementRunner,
  options: OpenOptions = {},
): Promise<Database> {
  const { died } = runner;
  const { pool, ahead } = createPgliteLanes(runner);
  const database = await ready('pglite', pool, ahead, options);
  return { ...database, ...(died === undefined ? {} : { died }) };
}

export interface PostgresOptions extends OpenOptions {
  /** `postgres://…`. */
  readonly url: string;
  readonly poolSize?: number;
}

/** Opens PostgreSQL. Errors: throws what `pg` throws when it cannot be reached. */
export async function openPostgres({
  url,
  poolSize = 20,
  ...options
}: PostgresOptions): Promise<Database> {
  // Only here: what has its database in its own directory opens without it.
  const pg = await import('pg');
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const idleMs = options.asItIs === true ? patientMs : 10_000;
  const [pool, ahead] = [poolOf(pg, url, poolSize, idleMs), poolOf(pg, url, aheadSize, idleMs)];
  return ready('postgres', pool, ahead, options);
}

/** A backup's transaction waits for the network that it goes to, and a restore's for the one it comes from. */
const patientMs = 600_000;

/** Connections kept for what goes ahead. */
const aheadSize = 2;

function poolOf(pg: typeof import('pg'), url: string, max: number, idleMs: number): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A paused or vanished replica must not keep its locks, nor a vanished server our turns.
    idle_in_transaction_session_timeout: idleMs,
    lock_timeout: 20_000,
    query_timeout: 60_000,
  });
  // An idle connection that the server closes is replaced at the next use; without this it would end the process.
  pool.on('error', () => undefined);
  // The same for a connection that is in use but between two queries: the next query will fail, and say why.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

const never = new Promise<Error>(() => undefined);

async function ready(
  engine: Database['engine'],
  pool: PostgresPool,
  aheadPool: PostgresPool,
  { asItIs }: OpenOptions,
): Promise<Database> {
  const kysely = new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool }) });
  const ahead = new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool: aheadPool }) });
  if (asItIs !== true) await migrate(kysely);
  return {
    engine,
    alone: false,
    kysely,
    ahead,
    transaction: (work) => kysely.transaction().execute(work),
    async now() {
      const { rows } = await kysely.executeQuery<{ now: Date }>(
        CompiledQuery.raw('select clock_timestamp() as now'),
      );
      return new Date(rows[0]?.now ?? Number.NaN);
    },
    died: never,
    async close() {
      await ahead.destroy();
      await kysely.destroy();
    },
  };
}
