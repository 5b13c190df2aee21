import { SourceError } from './source-error.ts';

/**
 * The text of an answer, at most `maxBytes` of it.
 * @throws {SourceError} `bad-answer` when there is more
 */
export async function readBounded(
  answer: Response,
  host: string,
  maxBytes: number,
): Promise<string> {
  if (answer.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // Leaving the loop early cancels the body, so that the connection does not go on filling.
  for await (const chunk of answer.body as ReadableStream<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes)
      throw new SourceError('bad-answer', `${host} gave more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
