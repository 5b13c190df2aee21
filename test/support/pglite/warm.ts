import { once } from 'node:events';
import { createConnection } from 'node:net';
import type {
  StatementResult,
  StatementRunner,
} from '../../../packages/core/src/platform/database/pglite-pool.ts';
import type { WorkerAnswer } from '../../../packages/core/src/platform/database/pglite-runner.ts';
import { eachFrame, sendFrame } from './frames.ts';

/** An empty PGlite of the caller's own, kept warm behind `socket`; closing it gives it back. */
export async function openWarmPglite(socket: string): Promise<StatementRunner> {
  const connection = createConnection(socket);
  await once(connection, 'connect');
  const waiting = new Map<number, PromiseWithResolvers<StatementResult>>();
  let last = 0;
  eachFrame(connection, (value) => {
    const answer = value as WorkerAnswer;
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('result' in answer) caller?.resolve(answer.result);
    else
      caller?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
  });
  connection.on('error', () => undefined);
  connection.on('close', () => {
    for (const caller of waiting.values()) caller.reject(new Error('the database hung up'));
  });
  return {
    query(sql, parameters) {
      if (connection.destroyed) return Promise.reject(new Error('the database is closed'));
      const caller = Promise.withResolvers<StatementResult>();
      last += 1;
      waiting.set(last, caller);
      sendFrame(connection, { id: last, sql, parameters });
      return caller.promise;
    },
    async close() {
      connection.end();
      connection.destroy();
    },
  };
}
