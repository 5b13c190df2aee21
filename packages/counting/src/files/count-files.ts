import type { ScannerOptions } from '../scan/scanner.ts';
import { countFile, type FileCounted } from './count-file.ts';
import type { LogFile } from './log-file.ts';

/** What one of several files held. */
export interface OneOfMany extends FileCounted {
  readonly file: LogFile;
}

/** Counts files one after the other, in their order. Errors: those of `countFile`. */
export async function countFiles(
  files: readonly LogFile[],
  options: ScannerOptions,
  heard: (bytes: number) => void,
): Promise<readonly OneOfMany[]> {
  const all: OneOfMany[] = [];
  for (const file of files) all.push({ file, ...(await countFile(file, options, heard)) });
  return all;
}
