import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { StatementRunner } from './pglite-pool.ts';
import { createStatementCalls } from './statement-calls.ts';

/** Opens PGlite on this thread: in memory, or in `directory`. For tests and for the worker below. */
export async function openPglite(directory?: string): Promise<StatementRunner> {
  // Only here: the thread that has its queries run on another one needs none of it.
  const { PGlite, types } = await import('@electric-sql/pglite');
  const { createStatements } = await import('./pglite-statements.ts');
  const pglite = await PGlite.create({
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(directory === undefined || !existsSync(`${directory}/PG_VERSION`)
      ? { loadDataDir: await emptyDatabase() }
      : {}),
    parsers: { [types.INT8]: Number },
  });
  return { query: createStatements(pglite), close: () => pglite.close() };
}

/** A directory as `initdb` leaves it, packed. */
async function emptyDatabase(): Promise<Blob> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
  return dataDir();
}

/**
 * Opens PGlite on a thread of its own, because its queries block the thread they run on.
 * `program` is what the thread runs; tests have one that dies.
 */
export async function openPgliteWorker(
  directory: string,
  program = new URL('./pglite-worker.ts', import.meta.url),
): Promise<StatementRunner> {
  const worker = new Worker(program, { workerData: directory });
  const { ask, take, fail } = createStatementCalls((request) => worker.postMessage(request));
  worker.on('message', take);
  const died = Promise.withResolvers<Error>();
  let closing = false;
  const end = (cause?: unknown) => {
    const ended = new Error('the database thread has ended', { cause });
    fail(ended);
    if (!closing) died.resolve(ended);
  };
  worker.on('error', end);
  worker.on('exit', () => end());
  await ask('select 1', []).catch(async (error: unknown) => {
    closing = true;
    await worker.terminate();
    throw error;
  });
  return {
    query: ask,
    died: died.promise,
    async close() {
      closing = true;
      await ask(null, []);
      await worker.terminate();
    },
  };
}
