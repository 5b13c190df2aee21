import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { StatementResult, StatementRunner } from './pglite-pool.ts';

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

/** A request to the worker, and its answer. */
export interface WorkerRequest {
  readonly id: number;
  readonly sql: string | null;
  readonly parameters: readonly unknown[];
}
export type WorkerAnswer =
  | { readonly id: number; readonly result: StatementResult }
  | { readonly id: number; readonly error: { readonly message: string; readonly code: string } };

/**
 * Opens PGlite on a thread of its own, because its queries block the thread they run on.
 * `program` is what the thread runs; tests have one that dies.
 */
export async function openPgliteWorker(
  directory: string,
  program = new URL('./pglite-worker.ts', import.meta.url),
): Promise<StatementRunner> {
  const worker = new Worker(program, { workerData: directory });
  const waiting = new Map<number, PromiseWithResolvers<StatementResult>>();
  let last = 0;
  worker.on('message', (answer: WorkerAnswer) => {
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('result' in answer) caller?.resolve(answer.result);
    else
      caller?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  });
  const died = Promise.withResolvers<Error>();
  let ended: Error | null = null;
  let closing = false;
  const fail = (error: Error) => {
    ended ??= error;
    for (const caller of waiting.values()) caller.reject(error);
    waiting.clear();
    if (!closing) died.resolve(ended);
  };
  const ending = (cause?: unknown) => new Error('the database thread has ended', { cause });
  worker.on('error', (cause) => fail(ending(cause)));
  worker.on('exit', () => fail(ending()));
  const send = (sql: string | null, parameters: readonly unknown[]) => {
    // A thread that is gone never answers: who asks it is told at once.
    if (ended !== null) return Promise.reject(ended);
    const caller = Promise.withResolvers<StatementResult>();
    last += 1;
    waiting.set(last, caller);
    worker.postMessage({ id: last, sql, parameters } satisfies WorkerRequest);
    return caller.promise;
  };
  await send('select 1', []).catch(async (error: unknown) => {
    closing = true;
    await worker.terminate();
    throw error;
  });
  return {
    query: send,
    died: died.promise,
    async close() {
      closing = true;
      await send(null, []);
      await worker.terminate();
    },
  };
}
