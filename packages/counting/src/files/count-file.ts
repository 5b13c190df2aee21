import type { Counted, ScannerOptions } from '../scan/scanner.ts';
import { countPieces } from './count-pieces.ts';
import type { LogFile } from './log-file.ts';
import { piecesOf } from './pieces.ts';

/** What one file held. */
export interface FileCounted {
  readonly counted: Counted;
  /** Why not all of it could be read; what came before it is counted. */
  readonly damage: string | null;
}

/**
 * Counts one file, plain or compressed, in a few hundred kilobytes of memory.
 * @param heard told how many more bytes were read from disk
 * Errors: throws the system's error when the file cannot be opened or read.
 */
export async function countFile(
  file: LogFile,
  options: ScannerOptions,
  heard: (bytes: number) => void = () => {},
): Promise<FileCounted> {
  const { name, path, size } = file;
  // Standard input and pipes cannot be read twice.
  const again = path !== null && size > 0;
  const found = await countPieces({ name, open: () => piecesOf(file), again }, [options], heard);
  const [counted] = found.counted;
  if (counted === undefined) throw new Error('a scanner gave nothing');
  return { counted, damage: found.damage };
}
