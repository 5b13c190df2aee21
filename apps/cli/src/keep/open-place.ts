import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openEmbedded, openPostgres } from '@sekisho/core';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import type { Place } from './place.ts';

/** Opens a database that is there, and changes nothing in it. Errors: `Failure` when there is none, or it cannot be used. */
export async function openPlace(host: Host, place: Place): Promise<Database> {
  if (place.engine === 'embedded' && !existsSync(join(place.directory, 'pglite', 'PG_VERSION')))
    throw new Failure('not-found', say(host, 'keep-no-database', { where: place.shown }));
  return reach(host, place, () =>
    place.engine === 'postgres'
      ? openPostgres({ url: place.url, poolSize: 1, asItIs: true })
      : openEmbedded(place.directory, { asItIs: true }),
  );
}

/** Does what needs a database, and says in words when it cannot be used. Errors: `Failure`; those that know better. */
export async function reach<T>(host: Host, { shown }: Place, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure('unavailable', say(host, 'keep-database', { where: shown, detail }));
  }
}
