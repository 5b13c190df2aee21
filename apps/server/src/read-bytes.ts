import { bodyTooLarge } from './refusals.ts';

/**
 * Reads a body of at most `largest` bytes, whatever length it declares: no more of it is taken in.
 * Errors: `DoorRefusal` with 413.
 */
export async function readBytes(request: Request, largest: number): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () => bodyTooLarge(Math.floor(largest / 1024));
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
