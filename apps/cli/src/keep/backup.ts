import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  BackupError,
  dump,
  installationIn,
  keysIn,
  refuseBadRecipients,
  seal,
} from '@sekisho/core/backup';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { unreadable } from '../verbs/timeline-files.ts';
import { destinationOf } from './destination.ts';
import { environmentUrl } from './environment-url.ts';
import { faultText } from './fault.ts';
import { openPlace, reach } from './open-place.ts';
import { directoryHere, type Place, placeOf } from './place.ts';
import { backupOfServer, serverToAsk } from './server-backup.ts';
import type { Wanted } from './wanted.ts';

/**
 * Keeps everything in one file or object of S3: through the server that runs, or past it where a database is named.
 * Errors: `Failure`; the file is then as it was before.
 */
export async function backup(host: Host, { words, options }: Asked): Promise<number> {
  const wanted = await wantedOf(host, words, options);
  try {
    const written = await take(host, options, wanted);
    const { recipients } = wanted;
    const file = wanted.destination.shown;
    const how =
      recipients.length === 0
        ? say(host, 'backup-in-clear')
        : say(host, 'backup-encrypted', { count: recipients.length });
    const { bytes, sha256 } = written;
    await host.stdout.write(
      options.json === true
        ? `${JSON.stringify({ file, bytes, sha256, encrypted: recipients.length > 0 })}\n`
        : `${say(host, 'backup-done', { file, size: Math.ceil(bytes / 1000), how, sha256 })}\n`,
    );
    return 0;
  } catch (error) {
    throw told(host, error, wanted.destination.shown);
  }
}

async function take(host: Host, options: Asked['options'], wanted: Wanted) {
  const named = options['database'] as string | undefined;
  // A server that is named is meant, whatever database this machine's environment has.
  const url = named ?? (options.url === undefined ? environmentUrl(host) : null);
  const place = url ? placeOf(host, url) : null;
  if (place !== null) return past(host, place, wanted);
  // A server that runs holds the lock of an embedded database: it is asked, and remembers who did.
  const server = serverToAsk(host, options);
  if (server !== null) return backupOfServer(host, server, wanted);
  const here = directoryHere(host);
  if (here === null) throw new Failure('unavailable', say(host, 'no-server'));
  return past(host, here, wanted);
}

async function past(host: Host, place: Place, { destination, recipients, unencrypted }: Wanted) {
  const database = await openPlace(host, place);
  try {
    const installation = await reach(host, place, () => installationIn(database));
    if (installation !== 'practice' && recipients.length === 0 && !unencrypted)
      throw new Failure('refused', say(host, 'backup-clear'));
    return await destination.keep(await seal(dump(database), recipients));
  } finally {
    await database.close();
  }
}

async function wantedOf(
  host: Host,
  [extra]: readonly string[],
  options: Asked['options'],
): Promise<Wanted> {
  const to = options['to'] as string | undefined;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho backup' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  if (to === undefined) throw new Failure('bad-input', say(host, 'backup-where'));
  const recipients = [
    ...((options['recipient'] as readonly string[] | undefined) ?? []),
    ...(await recipientsIn(host, options['recipientsFile'] as string | undefined)),
  ];
  const unencrypted = options['unencrypted'] === true;
  if (unencrypted && recipients.length > 0)
    throw new Failure('bad-input', say(host, 'backup-both'));
  const destination = destinationOf(host, to, options['kmsKey'] as string | undefined);
  await refuseBadRecipients(recipients).catch((error: unknown) => {
    throw told(host, error, destination.shown);
  });
  return { destination, recipients, unencrypted };
}

async function recipientsIn(host: Host, file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const text = await readFile(resolve(host.cwd, file), 'utf8').catch((error: unknown) => {
    throw unreadable(host, file, error);
  });
  const found = keysIn(text);
  if (found.length === 0)
    throw new Failure('bad-input', say(host, 'backup-no-recipients', { file }));
  return found;
}

function told(host: Host, error: unknown, file: string): unknown {
  if (error instanceof BackupError) return faultText(host, error, { file, where: file });
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || code === undefined || syscall === undefined) return error;
  return new Failure('unavailable', say(host, 'backup-unwritable', { file, detail: code }));
}
