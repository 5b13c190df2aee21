import type { IncomingMessage } from 'node:http';

/** At most so many bytes of an answer's body, as UTF-8; what is more stays unread. */
export async function readBody(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let left = maxBytes;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    pieces.push(piece.subarray(0, left));
    left -= piece.length;
    if (left <= 0) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}
