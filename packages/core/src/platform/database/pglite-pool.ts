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
  /** Settles when it can never answer again, though nobody closed it. */
  readonly died?: Promise<Error>;
}

/** Two ways to the one connection: whoever waits in `ahead` goes before whoever waits in `pool`. */
export interface PgliteLanes {
  readonly pool: PostgresPool;
  readonly ahead: PostgresPool;
}

/**
 * PGlite has one connection. These pools lend it to one caller at a time, so that a statement
 * of one never lands inside the transaction of another. Ending `pool` ends both.
 */
export function createPgliteLanes(runner: StatementRunner): PgliteLanes {
  const ahead: (() => void)[] = [];
  const others: (() => void)[] = [];
  let lent = false;
  const release = () => {
    const next = ahead.shift() ?? others.shift();
    if (next === undefined) lent = false;
    else next();
  };
  const turn = async (line: (() => void)[]) => {
    if (!lent) {
      lent = true;
      return;
    }
    await new Promise<void>((resolve) => line.push(resolve));
  };
  const lane = (line: (() => void)[], end: () => Promise<void>) =>
    ({
      async connect() {
        await turn(line);
        return client(runner, release);
      },
      end,
    }) as PostgresPool;
  const end = async () => {
    await turn(others);
    await runner.close();
  };
  return { pool: lane(others, end), ahead: lane(ahead, async () => undefined) };
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
