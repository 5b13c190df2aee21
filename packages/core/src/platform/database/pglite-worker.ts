import { parentPort, workerData } from 'node:worker_threads';
import { openPglite, type WorkerAnswer, type WorkerRequest } from './pglite-runner.ts';

const opening = openPglite(String(workerData));

async function answer({ id, sql, parameters }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    const runner = await opening;
    if (sql !== null) return { id, result: await runner.query(sql, parameters) };
    await runner.close();
    return { id, result: { rows: [], affectedRows: 0 } };
  } catch (error) {
    // What is left of an engine that crashed answers nothing right: the thread ends, and is seen to.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    const { message, code } = error as { message: string; code?: string };
    return { id, error: { message, code: code ?? '' } };
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((message) => parentPort?.postMessage(message));
});
