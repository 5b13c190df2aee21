import { compressionOf, createDecoder } from './compression.ts';
import type { LogFile } from './log-file.ts';
import { piecesOf } from './pieces.ts';
import { wholeMagic } from './whole-magic.ts';

const most = 64 * 1024;

/** The first bytes of a file's text (at most 64 KiB); less when it is short or damaged. Errors: the system's, when it cannot be opened. */
export async function readBeginning(file: LogFile): Promise<Buffer> {
  const texts: Buffer[] = [];
  for await (const piece of wholeMagic(piecesOf(file))) {
    const decoder = createDecoder(compressionOf(piece), (text) => texts.push(Buffer.from(text)));
    await decoder.write(piece).catch(() => {});
    break;
  }
  return Buffer.concat(texts).subarray(0, most);
}
