/** As many bytes as tell compressed data from text. */
const magicLength = 4;

/**
 * The same pieces, the first of them long enough to tell what it is: pipes and networks may hand
 * over a single byte first. A piece stands only until the next is asked for.
 */
export async function* wholeMagic(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer | null = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (held === null) {
      yield piece;
      continue;
    }
    const first: Buffer = held.length === 0 ? piece : Buffer.concat([held, piece]);
    held = first.length < magicLength ? Buffer.from(first) : null;
    if (held === null) yield first;
  }
  if (held !== null && held.length > 0) yield held;
}
