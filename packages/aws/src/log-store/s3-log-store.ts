import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { LogObject, LogStore } from '@sekisho/core/sources';
import { SourceError } from '@sekisho/core/sources';
import { z } from 'zod';
import { type Asking, askSource } from '../sources/ask-source.ts';
import { type AwsSourceOptions, clientConfig, DEFAULT_TIMEOUT_MS } from '../sources/options.ts';
import { decodeKey, etagOf } from './decode-key.ts';
import { s3Failures } from './failures.ts';
import { readBody } from './read-body.ts';

export const actions = ['s3:GetObject', 's3:ListBucket'] as const;

export interface S3LogStoreOptions extends AwsSourceOptions {
  readonly bucket: string;
  /** Objects listed by one call, at most 1000. Default 1000. */
  readonly pageSize?: number;
}

const listed = z.object({
  Contents: z
    .array(
      z.object({
        Key: z.string(),
        ETag: z.string().min(1),
        Size: z.number(),
        LastModified: z.date(),
      }),
    )
    .optional(),
  IsTruncated: z.boolean().optional(),
  NextContinuationToken: z.string().optional(),
});

const opened = z.object({
  Body: z.custom<AsyncIterable<Uint8Array>>(
    (body) => typeof body === 'object' && body !== null && Symbol.asyncIterator in body,
  ),
});

/** Log objects in a bucket. Errors: `SourceError`; `gone` also where another content took its place. */
export function createS3LogStore(options: S3LogStoreOptions): LogStore & { close(): void } {
  const client = new S3Client({
    ...clientConfig(options),
    // Names of buckets as host names work at AWS alone.
    forcePathStyle: options.endpoint !== undefined,
  });
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const asking: Asking = { codes: s3Failures, timeoutMs };

  async function* list(prefix: string, after?: string): AsyncGenerator<LogObject> {
    const seen = new Set<string>();
    for (let token: string | undefined, more = true; more; ) {
      const command = new ListObjectsV2Command({
        Bucket: options.bucket,
        Prefix: prefix,
        // XML cannot carry every key that S3 can.
        EncodingType: 'url',
        MaxKeys: options.pageSize ?? 1000,
        ...(after === undefined ? {} : { StartAfter: after }),
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      const page = await askSource(asking, listed, (send) => client.send(command, send));
      for (const { Key, ETag, Size, LastModified } of page.Contents ?? [])
        yield { key: decodeKey(Key), etag: etagOf(ETag), size: Size, modified: LastModified };
      token = page.NextContinuationToken;
      more = page.IsTruncated === true;
      if (more && (token === undefined || seen.has(token)))
        throw new SourceError('bad-answer', 'S3 says that there is more, and not where');
      seen.add(token ?? '');
    }
  }

  async function* open({ key, etag }: Pick<LogObject, 'key' | 'etag'>): AsyncGenerator<Uint8Array> {
    const command = new GetObjectCommand({
      Bucket: options.bucket,
      Key: key,
      IfMatch: `"${etag}"`,
    });
    // The call ends with the headers; how long the body may be silent is its reader's to say.
    const { Body } = await askSource(asking, opened, (send) => client.send(command, send));
    yield* readBody(Body, timeoutMs);
  }

  return { list, open, close: () => client.destroy() };
}
