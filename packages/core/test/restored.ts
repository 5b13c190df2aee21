import { afterAll } from 'vitest';
import type { useBench } from '../../../test/support/engine-bench.ts';
import { createWorld, type TestWorld } from '../../../test/support/world.ts';
import { dump } from '../src/backup/dump.ts';
import { load } from '../src/backup/load/load.ts';
import { type Database, openOn } from '../src/platform/database/database.ts';
import { openPglite } from '../src/platform/database/pglite-runner.ts';
import { randomIds } from '../src/platform/ids.ts';
import { roomyConfig } from './leases.ts';

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

/** Second houses on the bench's world and clock, as a backup has them, each on a database of its own. */
export function useRestored(bench: ReturnType<typeof useBench>) {
  const copies: Database[] = [];
  afterAll(() => Promise.all(copies.map((copy) => copy.close())));
  return async (whole: Buffer): Promise<TestWorld> => {
    const database = await openOn(await openPglite(), { asItIs: true });
    copies.push(database);
    await bringBack(database, whole);
    const { cloud, clock } = bench;
    const config = roomyConfig();
    const world = await createWorld({ database, cloud, clock, ids: randomIds, config });
    await world.core.begin();
    return world;
  };
}
