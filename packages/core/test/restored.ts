import { dump } from '../src/backup/dump.ts';
import { load } from '../src/backup/load/load.ts';
import type { Database } from '../src/platform/database/database.ts';

/** A backup, in clear and as it is before it is compressed. */
export async function backupOf(database: Database): Promise<Buffer> {
  const lines: string[] = [];
  for await (const line of dump(database)) lines.push(line);
  return Buffer.from(lines.join(''));
}

/** Brings a backup back into an empty database. */
export async function bringBack(database: Database, whole: Buffer): Promise<void> {
  await load(
    database,
    (async function* once() {
      yield whole;
    })(),
  );
}
