import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { openEmbedded, randomIds } from '@sekisho/core';
import { dump, load, makeEmbedded } from '@sekisho/core/backup';
import { createWorld, type TestWorld, turnableClock } from '../../support/world.ts';

/** What the backup knows of. */
export interface Kept {
  /** A lease that is active in it, and of which AWS knows nothing. */
  readonly gone: string;
  /** A request that nobody has answered in it. */
  readonly waiting: string;
}

/**
 * Restores a backup of an hour ago into an empty data directory, by what `sekisho backup` and
 * `restore` are made of.
 */
export async function restoreInto(dataDirectory: string): Promise<Kept> {
  const lost = `${dataDirectory}-lost`;
  const clock = turnableClock(new Date(Date.now() - 3600 * 1000).toISOString());
  const database = await openEmbedded(lost);
  const lines: string[] = [];
  let kept: Kept;
  try {
    kept = await lend(await createWorld({ database, clock, ids: randomIds }));
    for await (const line of dump(database)) lines.push(line);
  } finally {
    await database.close();
    await rm(lost, { recursive: true, force: true });
  }
  const backup = Readable.from([Buffer.from(lines.join(''))]);
  await makeEmbedded(dataDirectory, (empty) => load(empty, backup));
  return kept;
}

async function lend(world: TestWorld): Promise<Kept> {
  const input = { environment: 'sandbox', for: '4h', reason: 'copy the tables' };
  const { id: gone } = await world.as('engineer', 'ops.start', input);
  await world.live(300);
  const asked = { environment: 'production', for: '1h', reason: 'look at the slow query' };
  const { id: waiting } = await world.as('engineer', 'ops.start', asked);
  return { gone, waiting };
}
