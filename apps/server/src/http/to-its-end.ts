/** The bytes, and then word that all of them were taken: a reader who goes away before hears of no end. */
export async function* toItsEnd(
  bytes: AsyncIterable<Uint8Array>,
  ended: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await ended();
}
