import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Holds `directory` for this process by an operating-system lock (SQLite's exclusive file lock,
 * which the kernel drops when the process dies in any way). Two processes on one PGlite
 * directory would silently lose rows. Errors: throws when another process holds it.
 */
export function lockDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(directory, 'lock'), { timeout: 0 });
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive;');
  } catch (cause) {
    file.close();
    throw new Error(
      `Another Sekisho is using ${directory}. Stop it, or choose another directory with SEKISHO_DATA.`,
      { cause },
    );
  }
  return { release: () => file.close() };
}
