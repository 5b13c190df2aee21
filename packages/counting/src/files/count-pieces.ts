import { type Counted, createScanner, type ScannerOptions } from '../scan/scanner.ts';
import { compressionOf, createDecoder, type Decoder } from './compression.ts';
import { wholeMagic } from './whole-magic.ts';

/** Bytes that can be read from their beginning. */
export interface Pieces {
  /** Its ending says whether no bytes at all are a whole log. */
  readonly name: string;
  /** A piece stands only until the next is asked for. */
  open(): AsyncIterable<Buffer>;
  /** Whether they may be opened more than once. */
  readonly again: boolean;
}

/** What the bytes held. */
export interface PiecesCounted {
  /** One for each of the options, in their order. */
  readonly counted: readonly Counted[];
  /** Why not all of it could be read; what came before it is counted. */
  readonly damage: string | null;
}

/**
 * Counts bytes, plain or compressed, under several definitions at once: they are decoded once.
 * @param heard told how many more bytes were read
 * Errors: throws what opening or reading them throws.
 */
export async function countPieces(
  pieces: Pieces,
  all: readonly ScannerOptions[],
  heard: (bytes: number) => void = () => {},
): Promise<PiecesCounted> {
  let attempt = await count(pieces, all, heard, { from: Number.POSITIVE_INFINITY, size: 1 });
  // What a bite decodes to is lost when it holds the damage, so the place is looked at with smaller ones.
  for (const size of finerBites) {
    if (attempt.damagedAt === null || !pieces.again) break;
    attempt = await count(pieces, all, () => {}, { from: attempt.damagedAt, size });
  }
  return { counted: attempt.counted, damage: attempt.damage };
}

const finerBites = [1024, 1] as const;

/** From which byte on the decoder gets how many bytes at once. */
interface Bites {
  readonly from: number;
  readonly size: number;
}

interface Attempt extends PiecesCounted {
  /** Where the bite begins that could not be decoded, in bytes. */
  readonly damagedAt: number | null;
}

async function count(
  pieces: Pieces,
  all: readonly ScannerOptions[],
  heard: (bytes: number) => void,
  bites: Bites,
): Promise<Attempt> {
  const scanners = all.map(createScanner);
  const push = (text: Buffer) => {
    for (const scanner of scanners) scanner.push(text);
  };
  const end = () => scanners.map((scanner) => scanner.end());
  let decoder: Decoder | null = null;
  let position = 0;
  for await (const piece of wholeMagic(pieces.open())) {
    decoder ??= createDecoder(compressionOf(piece), push);
    for (const bite of bitesOf(piece, bites.from - position, bites.size)) {
      const damage = await damageOf(decoder.write(bite));
      if (damage !== null) return { counted: end(), damage, damagedAt: position };
      position += bite.length;
    }
    heard(piece.length);
  }
  const damage = await damageOf(decoder?.end() ?? endOfNothing(pieces));
  return { counted: end(), damage, damagedAt: null };
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
async function endOfNothing({ name }: Pieces): Promise<void> {
  if (/\.(gz|zst)$/i.test(name)) throw new Error('unexpected end of file');
}
