import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { openPglite, type WorkerAnswer, type WorkerRequest } from './pglite-runner.ts';

/*
 * V8 compiles a function of PGlite anew, with much work, once it has run for so many bytes. Ten times its own
 * 13,000,000: while everything starts, the processor is for what people wait for (0.6 s less by the 500th
 * statement; from some thousands on there is no difference).
 */
setFlagsFromString('--wasm-tiering-budget=130000000');

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
