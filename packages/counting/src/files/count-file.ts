import { type Counted, createScanner, type ScannerOptions } from '../scan/scanner.ts';
import { compressionOf, createDecoder, type Decoder } from './compression.ts';
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
  let attempt = await count(file, options, heard, { from: Number.POSITIVE_INFINITY, size: 1 });
  // What a bite decodes to is lost when it holds the damage, so the place is looked at with smaller ones.
  for (const size of finerBites) {
    if (attempt.damagedAt === null || file.path === null || file.size === 0) break;
    attempt = await count(file, options, () => {}, { from: attempt.damagedAt, size });
  }
  return { counted: attempt.counted, damage: attempt.damage };
}

const finerBites = [1024, 1] as const;

/** From which byte of the file on the decoder gets how many bytes at once. */
interface Bites {
  readonly from: number;
  readonly size: number;
}

interface Attempt extends FileCounted {
  /** Where the bite begins that could not be decoded, in bytes of the file. */
  readonly damagedAt: number | null;
}

async function count(
  file: LogFile,
  options: ScannerOptions,
  heard: (bytes: number) => void,
  bites: Bites,
): Promise<Attempt> {
  const scanner = createScanner(options);
  let decoder: Decoder | null = null;
  let position = 0;
  for await (const piece of piecesOf(file)) {
    decoder ??= createDecoder(compressionOf(piece), scanner.push);
    for (const bite of bitesOf(piece, bites.from - position, bites.size)) {
      const damage = await damageOf(decoder.write(bite));
      if (damage !== null) return { counted: scanner.end(), damage, damagedAt: position };
      position += bite.length;
    }
    heard(piece.length);
  }
  const damage = await damageOf(decoder?.end() ?? endOfNothing(file));
  return { counted: scanner.end(), damage, damagedAt: null };
}

function* bitesOf(piece: Buffer, whole: number, size: number): Generator<Buffer> {
  const first = Math.min(piece.length, Math.max(0, whole));
  if (first > 0) yield piece.subarray(0, first);
  for (let at = first; at < piece.length; at += size) yield piece.subarray(at, at + size);
}

async function damageOf(work: Promise<void>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Compression never leaves an empty file: one that is empty was cut off. */
async function endOfNothing({ name }: LogFile): Promise<void> {
  if (/\.(gz|zst)$/i.test(name)) throw new Error('unexpected end of file');
}
