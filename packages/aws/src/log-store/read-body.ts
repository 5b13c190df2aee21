import { SourceError } from '@sekisho/core/sources';
import { toSourceError } from '../sources/ask-source.ts';
import { s3Failures } from './failures.ts';

/**
 * The bytes of a body, each piece within a time.
 * @param silenceMs milliseconds after which a body without another byte has failed
 * @throws {SourceError} `unreachable` when it breaks off or falls silent
 */
export async function* readBody(
  body: AsyncIterable<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  let ended = false;
  try {
    while (true) {
      const piece = await within(silenceMs, pieces.next());
      if (piece.done === true) {
        ended = true;
        return;
      }
      yield piece.value;
    }
  } catch (error) {
    throw toSourceError(error, s3Failures);
  } finally {
    // Not awaited: a silent body answers this no sooner than the rest.
    if (!ended) void pieces.return?.()?.catch(() => {});
    if (!ended && 'destroy' in body && typeof body.destroy === 'function') body.destroy();
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const why = `the object sent no byte for ${ms} ms`;
  const timer = setTimeout(() => reject(new SourceError('unreachable', why)), ms);
  try {
    return await Promise.race([promise, work]);
  } finally {
    clearTimeout(timer);
  }
}
