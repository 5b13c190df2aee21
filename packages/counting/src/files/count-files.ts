import { availableParallelism } from 'node:os';
import type { ScannerOptions } from '../scan/scanner.ts';
import { countFile, type FileCounted } from './count-file.ts';
import { countInWorkers } from './count-in-workers.ts';
import type { LogFile } from './log-file.ts';

/** Bytes below which starting threads takes longer than counting. */
const worthThreads = 16 * 1024 * 1024;

/** What one of several files held. */
export interface OneOfMany extends FileCounted {
  readonly file: LogFile;
}

/**
 * Counts files, several at once when there is enough to do.
 * @param heard told how many more bytes were read from disk
 * @param threads at most so many; as many as there are processors unless said
 * Errors: those of `countFile`.
 */
export async function countFiles(
  files: readonly LogFile[],
  options: ScannerOptions,
  heard: (bytes: number) => void,
  threads: number = availableParallelism(),
): Promise<readonly OneOfMany[]> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const width = Math.min(threads, files.length);
  // Standard input belongs to the main thread.
  const alone = width < 2 || size < worthThreads || files.some(({ path }) => path === null);
  const found = alone
    ? await oneByOne(files, options, heard)
    : await countInWorkers(files, options, heard, width);
  return files.flatMap((file, index) => {
    const one = found[index];
    return one === undefined ? [] : [{ file, ...one }];
  });
}

async function oneByOne(
  files: readonly LogFile[],
  options: ScannerOptions,
  heard: (bytes: number) => void,
): Promise<readonly FileCounted[]> {
  const all: FileCounted[] = [];
  for (const file of files) all.push(await countFile(file, options, heard));
  return all;
}
