import { Worker } from 'node:worker_threads';
import type { ScannerOptions } from '../scan/scanner.ts';
import type { FileCounted } from './count-file.ts';
import type { LogFile } from './log-file.ts';
import type { Task, Told, WorkerSetting } from './worker-messages.ts';

const program = new URL('./count-worker.ts', import.meta.url);

/**
 * Counts files in threads, each one file at a time, so that memory grows with the threads and not
 * with the files. What comes back stands in the order of the files, whichever was done first.
 * Errors: the first file's that cannot be opened or read; the others are given up then.
 */
export async function countInWorkers(
  files: readonly LogFile[],
  options: ScannerOptions,
  heard: (bytes: number) => void,
  threads: number,
): Promise<readonly FileCounted[]> {
  const tasks = files.map((file, index): Task => ({ index, file }));
  const results: FileCounted[] = [];
  const workers = Array.from({ length: threads }, () => {
    return new Worker(program, { workerData: settingOf(options) });
  });
  try {
    await Promise.all(workers.map((worker) => drain(worker, tasks, results, heard)));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function settingOf({ format, ...rest }: ScannerOptions): WorkerSetting {
  return { ...rest, format: format.name, ...(format.fields && { fields: format.fields }) };
}

/** Gives a worker one task after the other until none is left. */
function drain(
  worker: Worker,
  tasks: Task[],
  results: FileCounted[],
  heard: (bytes: number) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    const next = () => {
      const task = tasks.shift();
      if (task === undefined) done();
      else worker.postMessage(task);
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('a counting thread ended by itself')));
    worker.on('message', (told: Told) => {
      if (told.is === 'heard') return heard(told.bytes);
      if (told.is === 'failed')
        return fail(Object.assign(new Error(told.error.message), told.error));
      results[told.index] = told.found;
      next();
    });
    next();
  });
}
