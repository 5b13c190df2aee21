import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { openPglite } from './pglite-runner.ts';
import { answerStatement, type StatementRequest } from './statement-calls.ts';

/*
 * V8 compiles a function of PGlite anew, with much work, once it has run for so many bytes. Ten times its own
 * 13,000,000: while everything starts, the processor is for what people wait for (0.6 s less by the 500th
 * statement; from some thousands on there is no difference).
 */
setFlagsFromString('--wasm-tiering-budget=130000000');

const opening = openPglite(String(workerData));

parentPort?.on('message', (request: StatementRequest) => {
  // An engine that crashed ends the thread, and is seen to.
  void answerStatement(opening, request).then((answer) => parentPort?.postMessage(answer));
});
