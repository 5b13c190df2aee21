import { chunksOf, type Pace } from './chunks-of.ts';
import { bodyTooLarge } from './refusals.ts';

/** How a body is read where strangers send it. */
export interface Reading {
  /** Told how many bytes came, before they are kept; what it throws ends the reading. */
  readonly arrived?: (bytes: number) => void;
  /** How slowly it may come; as slowly as the server lets any request without it. */
  readonly pace?: Pace;
}

/**
 * Reads a body of at most `largest` bytes, whatever length it declares: no more of it is taken in.
 * Errors: `DoorRefusal` with 413, or 408 where it comes too slowly; those of `arrived`.
 */
export async function readBytes(
  request: Request,
  largest: number,
  { arrived, pace }: Reading = {},
): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () => bodyTooLarge(Math.floor(largest / 1024));
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request.body, pace)) {
    size += chunk.byteLength;
    if (size > largest) throw tooLarge();
    arrived?.(chunk.byteLength);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
