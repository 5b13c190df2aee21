import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** One statement's answer, as both PGlite and a worker that holds one give it. */
export interface StatementResult {
  readonly rows: unknown[];
  readonly affectedRows: number;
}

/** Something that runs one statement at a time. */
export interface StatementRunner {
  query(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  close(): Promise<void>;
}

/**
 * PGlite has one connection. This pool lends it to one caller at a time, so that a statement
 * of one never lands inside the transaction of another.
 */
export function createPglitePool(runner: StatementRunner): PostgresPool {
  let turn: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = turn;
      turn = promise;
      await before;
      return client(runner, resolve);
    },
    async end() {
      await turn;
      await runner.close();
    },
  } as PostgresPool;
}

function client(runner: StatementRunner, release: () => void): PostgresPoolClient {
  return {
    async query(sql: string, parameters: readonly unknown[]) {
      const { rows, affectedRows } = await runner.query(sql, parameters);
      const command = sql.trimStart().slice(0, 6).toUpperCase();
      return {
        command: command === 'DELETE' ? 'DELETE' : command === 'SELECT' ? 'SELECT' : 'UPDATE',
        rowCount: affectedRows,
        rows,
      };
    },
    release,
  } as unknown as PostgresPoolClient;
}
