import { Refusal } from '../world/refusal.ts';

/**
 * The content of a body in `aws-chunked`: each chunk after its length in hexadecimal digits, the last
 * one empty and followed by trailers. Signatures and checksums are not verified.
 * Source: Amazon S3 API reference, "Signature calculations … transferring payload in multiple chunks".
 */
export function decodeChunks(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = whole.indexOf('\r\n', at);
    const length = Number.parseInt(whole.toString('latin1', at, end < 0 ? at : end), 16);
    const from = end + 2;
    if (end < 0 || Number.isNaN(length) || from + length > whole.length)
      throw new Refusal('IncompleteBody', 'The body ends before its last chunk.', 400);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(whole.subarray(from, from + length));
    at = from + length + 2;
  }
}
