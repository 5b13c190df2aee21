import { open, realpath, rename, rm, stat } from 'node:fs/promises';

/** Of a file that is new: it says which powers there are, which is nobody else's business. */
const privately = 0o600;

/**
 * Replaces a file in one step: a reader sees the old one or the new one, and a crash leaves one of
 * them. A link stays a link, and the file's mode stays.
 * Errors: those of the file system; then the old file is untouched.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  // Through a link: configurations often live in a repository of dotfiles.
  const real = await realpath(file).catch(() => file);
  const mode = await stat(real).then(
    (found) => found.mode & 0o777,
    () => privately,
  );
  const temporary = `${real}.sekisho-${process.pid}`;
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.chmod(mode);
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, real);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
