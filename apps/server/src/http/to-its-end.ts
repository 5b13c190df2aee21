import type { Readable } from 'node:stream';

/** The body of an answer: its bytes are asked for one by one, as they are taken, and `ended` is told at the end. */
export function bodyToItsEnd(
  content: Readable,
  ended: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const bytes = toItsEnd(content, ended);
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { done, value } = await bytes.next();
    if (done === true) controller.close();
    else controller.enqueue(value);
  };
  // Read ahead, the last byte would be told as taken before anybody took the first.
  return new ReadableStream({ pull, cancel: () => void content.destroy() }, { highWaterMark: 0 });
}

/** The bytes, and then word that all of them were taken: a reader who goes away before hears of no end. */
async function* toItsEnd(
  bytes: AsyncIterable<Uint8Array>,
  ended: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await ended();
}
