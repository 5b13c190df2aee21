import { compressionOf, createDecoder, type Decoder } from './compression.ts';
import type { Pieces } from './count-pieces.ts';
import { wholeMagic } from './whole-magic.ts';

/**
 * Hands on what bytes say, plain or compressed; a text may be overwritten once `push` has returned.
 * @returns why not all of it could be decoded; null when all was
 * Errors: throws what opening or reading them throws.
 */
export async function decodePieces(
  pieces: Pick<Pieces, 'open'>,
  push: (text: Buffer) => void,
): Promise<string | null> {
  let decoder: Decoder | null = null;
  const thrown: unknown[] = [];
  for await (const piece of wholeMagic(pieces.open())) {
    decoder ??= createDecoder(compressionOf(piece), push);
    await decoder.write(piece).catch((error: unknown) => thrown.push(error));
    if (thrown.length > 0) return messageOf(thrown[0]);
  }
  await decoder?.end().catch((error: unknown) => thrown.push(error));
  return thrown.length > 0 ? messageOf(thrown[0]) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
