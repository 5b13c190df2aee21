import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Host } from '../../host.ts';

/** Milliseconds between two looks. */
const pause = 100;

/**
 * Does work while no other process holds the same lock: SQLite's lock on the file, which the system
 * drops when its process dies in any way. Waits for the other as long as it takes.
 * @param onWait told once, when there is another
 */
export async function holdLock<T>(
  host: Pick<Host, 'sleep'>,
  file: string,
  work: () => Promise<T>,
  onWait: () => Promise<void> = async () => {},
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let told = false;
  let lock = lockNow(file);
  while (lock === null) {
    if (!told) await onWait();
    told = true;
    await host.sleep(pause);
    lock = lockNow(file);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/** The lock; null when another process has it. */
function lockNow(file: string): DatabaseSync | null {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive;');
    return lock;
  } catch (error) {
    lock.close();
    if (/locked|busy/i.test(String(error))) return null;
    throw error;
  }
}
