import type { Scanner } from '@sekisho/counting';

const newline = 10;

/** What was read of a file that grows. */
export interface ReadLines {
  /** Bytes of whole lines, all of which were given to the scanners. */
  readonly bytes: number;
  /** Whether the file had more. */
  readonly more: boolean;
}

/**
 * Gives whole lines to scanners; what follows the last newline waits for the rest of its line.
 * @param most bytes after which no more are asked for
 */
export async function readLines(
  pieces: AsyncIterable<Uint8Array>,
  scanners: readonly Scanner[],
  most: number,
): Promise<ReadLines> {
  let given = 0;
  let rest: Buffer = Buffer.alloc(0);
  const push = (bytes: Buffer) => {
    for (const scanner of scanners) scanner.push(bytes);
    given += bytes.length;
  };
  for await (const { buffer, byteOffset, byteLength } of pieces) {
    const piece = Buffer.from(buffer, byteOffset, byteLength);
    const end = piece.lastIndexOf(newline) + 1;
    if (end > 0) {
      push(rest);
      push(piece.subarray(0, end));
      rest = Buffer.from(piece.subarray(end));
    } else rest = Buffer.concat([rest, piece]);
    if (given + rest.length < most) continue;
    // A line without an end would be read again and again: it is given as it is, and counts as unparsed.
    if (given === 0) push(rest);
    return { bytes: given, more: true };
  }
  return { bytes: given, more: false };
}
