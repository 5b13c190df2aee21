// A database thread that answers its first question, and dies of the second.
import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from '../../src/platform/database/pglite-runner.ts';

parentPort?.on('message', ({ id }: WorkerRequest) => {
  if (id > 1) process.exit(1);
  parentPort?.postMessage({ id, result: { rows: [], affectedRows: 0 } });
});
