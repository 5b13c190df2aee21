// A database thread that answers its first question, and dies of the second.
import { parentPort } from 'node:worker_threads';
import type { StatementRequest } from '../../src/platform/database/statement-calls.ts';

parentPort?.on('message', ({ id }: StatementRequest) => {
  if (id > 1) process.exit(1);
  parentPort?.postMessage({ id, result: { rows: [], affectedRows: 0 } });
});
