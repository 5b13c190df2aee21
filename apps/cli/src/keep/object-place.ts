import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

/** An object in S3. */
export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
  readonly shown: string;
}

/** Stands for the moment in a key; sentences have it as a fact, so that it is shown as it is. */
export const time = '{time}';

const place = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.*[^/])$/;

/**
 * Reads `s3://BUCKET/KEY`, in which `{time}` is the moment in UTC; null for what does not begin so.
 * Errors: `Failure` for a bucket or key that cannot be.
 */
export function objectAt(host: Host, text: string): ObjectPlace | null {
  return objectNamed(host, text, text.replaceAll(time, timeIn(host.now())));
}

/** The same for reading, where `{time}` stands for nothing: no backup is of now. */
export function objectFrom(host: Host, text: string): ObjectPlace | null {
  return objectNamed(host, text, text);
}

function objectNamed(host: Host, text: string, named: string): ObjectPlace | null {
  if (!text.startsWith('s3:')) return null;
  const [, bucket, key] = place.exec(named) ?? [];
  if (bucket === undefined || key === undefined || Buffer.byteLength(key) > 1024)
    throw new Failure('bad-input', say(host, 'backup-no-object', { value: text, time }));
  return { bucket, key, shown: `s3://${bucket}/${key}` };
}

/** `20261123T124000Z`: sorts by time, and needs no quoting anywhere. */
function timeIn(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
}
