import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { KeptObject } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { s3Failures } from '../log-store/failures.ts';

export const actions = ['s3:ListBucket'] as const;

/** Of a thousand keys each; beyond them somebody keeps other things there. */
const mostPages = 50;
/** Days of names that are looked at first, and how young the newest must be to believe that none is younger. */
const [recentDays, youngMs] = [3, 86_400_000];

const listed = z.object({
  Contents: z.array(z.object({ Key: z.string(), LastModified: z.date() })).default([]),
  NextContinuationToken: z.string().optional(),
});

interface Asked {
  readonly bucket: string;
  readonly prefix: string;
  readonly now: Date;
}

/**
 * The object that came last. S3 lists by name alone: names that begin with a moment, as Sekisho's do, are
 * asked for from some days ago on, and all of them only where that finds nothing new.
 */
export async function newestObject(
  client: S3Client,
  signal: AbortSignal,
  asked: Asked,
): Promise<KeptObject | null> {
  const { prefix, now } = asked;
  const since = new Date(now.getTime() - recentDays * 86_400_000);
  const day = since.toISOString().slice(0, 10).replaceAll('-', '');
  const recent = await newestAfter(client, signal, asked, `${prefix}${day}`);
  const isYoung = recent !== null && now.getTime() - Date.parse(recent.at) < youngMs;
  if (isYoung) return recent;
  // It may end before the last names: what was found among those still counts.
  const all = await newestAfter(client, signal, asked, undefined);
  return recent !== null && (all === null || recent.at > all.at) ? recent : all;
}

async function newestAfter(
  client: S3Client,
  signal: AbortSignal,
  { bucket: Bucket, prefix: Prefix }: Asked,
  StartAfter: string | undefined,
): Promise<KeptObject | null> {
  let newest: KeptObject | null = null;
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const command = new ListObjectsV2Command({
      ...{ Bucket, Prefix },
      ...(token === undefined ? { StartAfter } : { ContinuationToken: token }),
    });
    const { Contents, NextContinuationToken } = await ask(signal, s3Failures, listed, (options) =>
      client.send(command, options),
    );
    for (const { Key: key, LastModified } of Contents) {
      const at = LastModified.toISOString();
      // A folder that the console of AWS made is no object of ours.
      if (!key.endsWith('/') && (newest === null || at > newest.at)) newest = { key, at };
    }
    token = NextContinuationToken;
    if (token === undefined) break;
  }
  return newest;
}
