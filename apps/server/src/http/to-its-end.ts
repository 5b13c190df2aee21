import type { Readable } from 'node:stream';

/**
 * The body of an answer: its bytes are asked for one by one, as they are taken, and `ended` is told when all of them
 * were: a reader who goes away before hears of no end.
 */
export function bodyToItsEnd(
  content: Readable,
  ended: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const bytes: AsyncIterator<Uint8Array> = content[Symbol.asyncIterator]();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { done, value } = await bytes.next();
    if (done !== true) return controller.enqueue(value);
    await ended();
    controller.close();
  };
  // Read ahead, the last byte would be told as taken before anybody took the first.
  return new ReadableStream({ pull, cancel: () => void content.destroy() }, { highWaterMark: 0 });
}
