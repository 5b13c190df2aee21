import { createHash, randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What was written. */
interface Written {
  readonly bytes: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
}

/**
 * Writes a file that only its owner reads, whole or not at all: beside its place, to the disk, then
 * there under its name, in place of what was there before. Errors: those of the bytes and the file system.
 * @param check is asked before it gets its name; what it throws undoes it
 */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  check: (written: Written) => void = () => undefined,
): Promise<Written> {
  const draft = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const written = await writeDraft(draft, bytes);
    check(written);
    await rename(draft, path);
    await flushFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDraft(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  const file = await open(path, 'wx', 0o600);
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of bytes) {
      digest.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes: size, sha256: digest.digest('hex') };
}

/** The name is on the disk only when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
