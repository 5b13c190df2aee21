import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { HiddenObject, KeptObject } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { s3Failures } from '../log-store/failures.ts';

export const actions = ['s3:ListBucketVersions'] as const;

/** Of a thousand versions each. */
const mostPages = 20;
/** Newest of what is hidden; whoever hides more has been told of. */
const most = 20;
/** Names within a day before the newest are looked at as well. */
const dayMs = 86_400_000;

const listed = z.object({
  Versions: z
    .array(
      z.object({
        Key: z.string(),
        VersionId: z.string(),
        IsLatest: z.boolean(),
        LastModified: z.date(),
      }),
    )
    .default([]),
  NextKeyMarker: z.string().optional(),
  NextVersionIdMarker: z.string().optional(),
});

interface Asked {
  readonly bucket: string;
  readonly prefix: string;
  readonly newest: KeptObject | null;
}

/**
 * Versions that are not the latest of their key: a delete marker, or another version, hides them. S3 lists by
 * name alone: names that begin with a moment, as Sekisho's do, from a day before the newest on.
 */
export async function hiddenObjects(
  client: S3Client,
  signal: AbortSignal,
  { bucket: Bucket, prefix: Prefix, newest }: Asked,
): Promise<readonly HiddenObject[]> {
  const hidden: HiddenObject[] = [];
  let marks: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } =
    newest === null ? {} : { KeyMarker: `${Prefix}${dayBefore(newest)}` };
  for (let page = 0; page < mostPages; page += 1) {
    const command = new ListObjectVersionsCommand({ Bucket, Prefix, ...marks });
    const { Versions, NextKeyMarker, NextVersionIdMarker } = await ask(
      signal,
      s3Failures,
      listed,
      (options) => client.send(command, options),
    );
    for (const { Key: key, VersionId: version, IsLatest, LastModified } of Versions)
      if (!IsLatest && !key.endsWith('/'))
        hidden.push({ key, version, at: LastModified.toISOString() });
    if (NextKeyMarker === undefined) break;
    marks = { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker };
  }
  return hidden.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most);
}

function dayBefore({ at }: KeptObject): string {
  const day = new Date(Date.parse(at) - dayMs).toISOString().slice(0, 10);
  return day.replaceAll('-', '');
}
