import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What file systems without hard links (FAT, some network ones) answer. */
const linkless: readonly unknown[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/**
 * Writes a file that only its owner reads, unless it is there: of processes that share the folder the first one's
 * stays, and nobody sees it half-written, although one of them is killed meanwhile.
 * Errors: those of the file system, of which "there is such a file" is none.
 */
export function writeFirst(path: string, text: string): void {
  const fresh = `${path}.${randomUUID()}`;
  try {
    writeFileSync(fresh, text, { mode: 0o600, flag: 'wx', flush: true });
    giveName(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** A link never replaces what has the name, also on NFS. */
function giveName(fresh: string, path: string): void {
  try {
    linkSync(fresh, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (linkless.includes(code)) renameSync(fresh, path);
    else if (code !== 'EEXIST') throw error;
  }
}
