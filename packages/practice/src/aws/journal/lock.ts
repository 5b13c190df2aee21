import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a file for this process by SQLite's exclusive lock, which the kernel drops when the
 * process dies in any way: two that wrote one journal would spoil it.
 * Errors: throws when another process, or this one, holds it already.
 */
export function lockFile(path: string): { release(): void } {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive;');
  } catch (cause) {
    file.close();
    throw new Error(`Another practice AWS uses ${path}; stop it or choose another directory.`, {
      cause,
    });
  }
  return { release: () => file.close() };
}
