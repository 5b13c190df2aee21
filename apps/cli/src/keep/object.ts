import { createS3BackupStore } from '@sekisho/aws/backup-store';
import { CloudError } from '@sekisho/core/cloud';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { type ObjectPlace, time } from './object-place.ts';

const clearLine = '\r\u001b[2K';

/** Keeps bytes in S3 where nothing is yet. Errors: `Failure`; those of the bytes. */
export async function writeObject(
  host: Host,
  place: ObjectPlace,
  bytes: AsyncIterable<Uint8Array>,
  kmsKey: string | undefined,
): Promise<void> {
  const store = storeOf(host, place, kmsKey);
  const line = (text: string) => {
    if (host.stderr.isTerminal) void host.stderr.write(`${clearLine}${text}`);
  };
  try {
    await store.write(place.key, bytes, (sent) => {
      line(say(host, 'backup-sent', { file: place.shown, size: Math.ceil(sent / 1_000_000) }));
    });
  } catch (error) {
    throw error instanceof CloudError ? failureOf(host, place, error, 'write') : error;
  } finally {
    line('');
    store.close();
  }
}

/** What restoring reads. */
export interface OpenedObject {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Why the bytes ended too soon, when S3 is to blame. */
  failure(): Failure | null;
  close(): void;
}

/** Begins to read from S3. Errors: `Failure`. */
export async function openObject(host: Host, place: ObjectPlace): Promise<OpenedObject> {
  const store = storeOf(host, place, undefined);
  const told = (error: unknown) =>
    error instanceof CloudError ? failureOf(host, place, error, 'read') : error;
  let failure: Failure | null = null;
  try {
    const bytes = await store.read(place.key);
    return { bytes: watched(bytes), failure: () => failure, close: () => store.close() };
  } catch (error) {
    store.close();
    throw told(error);
  }

  async function* watched(bytes: AsyncIterable<Uint8Array>) {
    try {
      yield* bytes;
    } catch (error) {
      const said = told(error);
      if (said instanceof Failure) failure = said;
      throw error;
    }
  }
}

/** Region and keys are what the AWS SDK finds; AWS_DEFAULT_REGION is known to the aws command alone. */
function storeOf({ env }: Host, { bucket }: ObjectPlace, kmsKey: string | undefined) {
  const region = env['AWS_REGION'] ? undefined : env['AWS_DEFAULT_REGION'];
  const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'];
  return createS3BackupStore({
    bucket,
    ...(region ? { region } : {}),
    ...(endpoint ? { endpoint } : {}),
    ...(kmsKey === undefined ? {} : { kmsKey }),
  });
}

function failureOf(
  host: Host,
  { shown: file }: ObjectPlace,
  { failure, vendorCode, detail }: CloudError,
  doing: 'read' | 'write',
): Failure {
  const facts = { file, time, detail: `${vendorCode}: ${detail}` };
  switch (failure) {
    case 'conflict':
      return new Failure('conflict', say(host, 'backup-exists', facts));
    case 'denied':
      if (/expired/i.test(vendorCode))
        return new Failure('refused', say(host, 'backup-s3-expired', facts));
      return new Failure('refused', say(host, `backup-s3-denied-${doing}`, facts));
    case 'not-found':
      return new Failure('not-found', say(host, 'backup-s3-missing', facts));
    case 'invalid':
      return new Failure('unavailable', say(host, 'backup-s3-away', facts));
    default: {
      const known = doing === 'read' ? 'backup-s3-away' : 'backup-s3-unknown';
      return new Failure('unavailable', say(host, known, facts));
    }
  }
}
