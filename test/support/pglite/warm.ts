import { once } from 'node:events';
import { createConnection } from 'node:net';
import type { StatementRunner } from '../../../packages/core/src/platform/database/pglite-pool.ts';
import {
  createStatementCalls,
  type StatementAnswer,
} from '../../../packages/core/src/platform/database/statement-calls.ts';
import { eachFrame, sendFrame } from './frames.ts';

/** An empty PGlite of the caller's own, kept warm behind `socket`; closing it gives it back. */
export async function openWarmPglite(socket: string): Promise<StatementRunner> {
  const connection = createConnection(socket);
  await once(connection, 'connect');
  const { ask, take, fail } = createStatementCalls((request) => sendFrame(connection, request));
  eachFrame(connection, (answer) => take(answer as StatementAnswer));
  connection.on('error', () => undefined);
  connection.on('close', () => fail(new Error('the database hung up')));
  return {
    query: ask,
    async close() {
      connection.destroy();
    },
  };
}
