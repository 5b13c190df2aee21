import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, embeddedFolder, openOn } from '../platform/database/database.ts';
import { lockDirectory } from '../platform/database/directory-lock.ts';
import { openPgliteWorker } from '../platform/database/pglite-runner.ts';
import { flush } from './file.ts';
import { BackupError } from './format.ts';

/** Where the database is made until it is whole. */
const draft = 'pglite.restoring';

/**
 * Makes the embedded database of a directory that has none, alone. It gets its name only when it is
 * filled and all of it is on the disk: what dies before leaves nothing that a server would open.
 * Errors: `BackupError` `not-empty`; when another process has the directory; those of `fill`.
 */
export async function makeEmbedded<T>(
  directory: string,
  fill: (database: Database) => Promise<T>,
): Promise<T> {
  const lock = lockDirectory(directory);
  const its = (name: string) => join(directory, name);
  try {
    if (existsSync(its(embeddedFolder))) throw new BackupError('not-empty');
    // What an earlier try left behind when it died; without the lock it might be one that lives.
    await rm(its(draft), { recursive: true, force: true });
    try {
      const filled = await filledIn(its(draft), fill);
      await flushAll(its(draft));
      await rename(its(draft), its(embeddedFolder));
      await flush(directory);
      return filled;
    } finally {
      await rm(its(draft), { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

async function filledIn<T>(folder: string, fill: (database: Database) => Promise<T>): Promise<T> {
  const database = await openOn(await openPgliteWorker(folder), { asItIs: true });
  try {
    return await fill(database);
  } finally {
    await database.close();
  }
}

/** The embedded database leaves that to the operating system, which a power cut takes by surprise. */
async function flushAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.isFile()) await flush(path);
  }
  await flush(folder);
}
