import { createReadStream, fstatSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { LogFile } from './log-file.ts';

const pieceSize = 256 * 1024;

/**
 * The bytes of a file or of standard input, as they lie there. A piece stands only until the next is asked for.
 * Errors: throws the system's error when the file cannot be opened or read.
 */
export async function* piecesOf({ path }: LogFile): AsyncGenerator<Buffer> {
  if (path === null) {
    yield* standardInput();
    return;
  }
  const handle = await open(path);
  try {
    yield* piecesOfHandle(handle);
  } finally {
    await handle.close();
  }
}

async function* piecesOfHandle(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(pieceSize);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, pieceSize);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * A pipe or socket is read as a stream that waits: whoever imports `node:process` makes it answer
 * EAGAIN where its writer is slower than we are.
 */
function standardInput(): AsyncIterable<Buffer> {
  const entry = fstatSync(0);
  if (entry.isFIFO() || entry.isSocket()) return process.stdin;
  return createReadStream('', { fd: 0, autoClose: false, highWaterMark: pieceSize });
}
