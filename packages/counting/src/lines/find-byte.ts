/*
 * Searches within a line. `Buffer.indexOf` knows no end: on a line that lacks the byte it would
 * read the rest of the chunk, line after line.
 */

/** Where the byte stands first between `from` and `to`; `to` when nowhere. */
export function findByte(bytes: Buffer, byte: number, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== byte) at += 1;
  return at;
}

/** Where the byte stands last between `from` and `to`; -1 when nowhere. */
export function findLastByte(bytes: Buffer, byte: number, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && bytes[at] !== byte) at -= 1;
  return at < from ? -1 : at;
}
