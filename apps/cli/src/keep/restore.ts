import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Database, openPostgres } from '@sekisho/core';
import { BackupError, keysIn, type Loaded, load, makeEmbedded, unseal } from '@sekisho/core/backup';
import { formatMoment } from '@sekisho/words/time';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { unreadable } from '../verbs/timeline-files.ts';
import { environmentUrl } from './environment-url.ts';
import { faultText } from './fault.ts';
import { reach } from './open-place.ts';
import { type Place, placeOf } from './place.ts';
import { openSource } from './source.ts';

/** Brings a backup back into an empty database: all of it or nothing. Errors: `Failure`. */
export async function restore(host: Host, { words, options }: Asked): Promise<number> {
  const from = options['from'] as string | undefined;
  const to = (options['toDatabase'] as string | undefined) ?? environmentUrl(host);
  if (from === undefined || !to) throw new Failure('bad-input', say(host, 'restore-what'));
  const [extra] = words;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho restore' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const place = placeOf(host, to);
  const identities = await identitiesIn(host, options['identity'] as string | undefined);
  const loaded = await restoreInto(host, place, { from, identities });
  await host.stdout.write(options.json === true ? jsonOf(loaded) : textOf(host, place, loaded));
  return 0;
}

interface Wanted {
  readonly from: string;
  readonly identities: readonly string[];
}

async function restoreInto(host: Host, place: Place, { from, identities }: Wanted) {
  // Before the database is opened: what cannot be read leaves no trace.
  const source = await openSource(host, from);
  const into = (database: Database) => load(database, unseal(source.bytes, identities));
  try {
    return await (place.engine === 'postgres'
      ? intoPostgres(host, place, into)
      : makeEmbedded(place.directory, into));
  } catch (error) {
    const failure = source.failure(error);
    if (failure !== null) throw failure;
    if (error instanceof BackupError)
      throw faultText(host, error, { file: from, where: place.shown });
    throw error instanceof Failure ? error : await databaseFailure(host, place, error);
  } finally {
    await source.close();
  }
}

type Into = (database: Database) => Promise<Loaded>;

async function intoPostgres(
  host: Host,
  place: Extract<Place, { engine: 'postgres' }>,
  into: Into,
): Promise<Loaded> {
  const open = () => openPostgres({ url: place.url, poolSize: 1, asItIs: true });
  const database = await reach(host, place, open);
  try {
    return await into(database);
  } finally {
    await database.close();
  }
}

async function databaseFailure(host: Host, place: Place, error: unknown): Promise<unknown> {
  const fail = async () => {
    throw error;
  };
  return reach(host, place, fail).catch((failure: unknown) => failure);
}

async function identitiesIn(host: Host, file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const text = await readFile(resolve(host.cwd, file), 'utf8').catch((error: unknown) => {
    throw unreadable(host, file, error);
  });
  return keysIn(text);
}

function textOf(host: Host, place: Place, { header, rows, tables }: Loaded): string {
  const takenAt = formatMoment(new Date(header.takenAt), {
    language: host.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const where = place.shown;
  const facts = { rows, tables, where, takenAt, newest: header.newestEntry };
  const next = say(host, `restore-next-${place.engine}`, { where });
  return `${say(host, 'restore-done', facts)}\n→ ${next}\n`;
}

function jsonOf({ header, rows, tables }: Loaded): string {
  const { takenAt, newestEntry, installation } = header;
  return `${JSON.stringify({ rows, tables, takenAt, newestEntry, installation })}\n`;
}
