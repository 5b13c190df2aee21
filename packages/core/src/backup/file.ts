import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** What was written. */
export interface Written {
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
    // The name is on the disk only when its folder is.
    await flush(dirname(path));
    return written;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Writes a file that has no name from the first byte on: nothing of it stays in the folder, however
 * this process ends. Errors: those of the bytes and the file system.
 * @returns what was written, to be read to its end or destroyed
 */
export async function spool(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Written & { readonly content: Readable }> {
  const path = join(folder, `backup-${randomUUID()}.tmp`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    const written = await writeAll(file, bytes);
    return { ...written, content: file.createReadStream({ start: 0 }) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function writeDraft(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  const file = await open(path, 'wx', 0o600);
  try {
    const written = await writeAll(file, bytes);
    await file.sync();
    return written;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    digest.update(chunk);
    size += chunk.length;
    await file.writeFile(chunk);
  }
  return { bytes: size, sha256: digest.digest('hex') };
}

/** Sees that a file, or a folder with the names in it, is on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
