import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import type { Bucket, StoredObject } from '../world/storage-records.ts';
import { readRange } from './range.ts';

/** Of one request; a larger one comes in parts. */
export const largestObject = 64 * 1024 * 1024;

const place = { Bucket: z.string().min(3).max(63), Key: z.string().min(1).max(1024) };
const found = { IfMatch: z.string().optional(), IfNoneMatch: z.string().optional() };

/** `GetObject`, whole or by one range. Errors: `NoSuchBucket`, `NoSuchKey`, `PreconditionFailed`, `InvalidRange`. */
export const getObject = operation({
  service: 's3',
  input: z.strictObject({ ...place, ...found, Range: z.string().optional() }),
  run: (moment, input) => {
    const stored = existing(moment, input);
    const body = Buffer.from(stored.body, 'base64');
    const range = readRange(input.Range, body.length);
    const part = range === null ? body : body.subarray(range.from, range.to + 1);
    const ContentRange = range === null ? null : `bytes ${range.from}-${range.to}/${body.length}`;
    return { ...described(stored), ContentLength: part.length, Body: part, ContentRange };
  },
});

/** `HeadObject`: the same without the content. */
export const headObject = operation({
  service: 's3',
  input: z.strictObject({ ...place, ...found }),
  run: (moment, input) => described(existing(moment, input)),
});

/** `PutObject`. Errors: `NoSuchBucket`, `PreconditionFailed`, `EntityTooLarge`, `BadDigest`. */
export const putObject = operation({
  service: 's3',
  input: z.strictObject({
    ...place,
    ...found,
    Body: z.instanceof(Uint8Array),
    ContentType: z.string().optional(),
    ContentMD5: z.string().optional(),
    Metadata: z.record(z.string(), z.string()).default({}),
  }),
  run: (moment, input) => {
    const { Bucket: bucket, Key: key, Body: body } = input;
    needBucket(moment, bucket);
    if (body.length > largestObject) throw new Refusal('EntityTooLarge', 'Too large.', 400);
    const digest = createHash('md5').update(body).digest();
    if (input.ContentMD5 !== undefined && input.ContentMD5 !== digest.toString('base64'))
      throw new Refusal('BadDigest', 'The Content-MD5 you specified did not match.', 400);
    refuseUnlessFits(moment, input);
    const etag = `"${digest.toString('hex')}"`;
    moment.world.objects.put(objectKey(bucket, key), {
      ...{ bucket, key, etag, size: body.length, modifiedAt: moment.now },
      body: Buffer.from(body).toString('base64'),
      contentType: input.ContentType ?? null,
      metadata: input.Metadata,
    });
    return { ETag: etag };
  },
});

/** `DeleteObject`: one that is not there is no error. Errors: `NoSuchBucket`. */
export const deleteObject = operation({
  service: 's3',
  input: z.strictObject(place),
  run: (moment, { Bucket: bucket, Key: key }) => {
    needBucket(moment, bucket);
    moment.world.objects.drop(objectKey(bucket, key));
    return {};
  },
});

interface Condition {
  readonly Bucket: string;
  readonly Key: string;
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
}

/** Refuses to write over what the request's conditions say is not there, or is another. Errors: `PreconditionFailed`. */
export function refuseUnlessFits({ world }: Moment, asked: Condition): void {
  const before = world.objects.get(objectKey(asked.Bucket, asked.Key));
  const isRefused =
    (asked.IfNoneMatch === '*' && before !== undefined) ||
    (asked.IfMatch !== undefined && asked.IfMatch !== before?.etag);
  if (isRefused) throw preconditionFailed();
}

export function objectKey(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

/** Errors: `NoSuchBucket`. */
export function needBucket({ world }: Moment, name: string): Bucket {
  const bucket = world.buckets.get(name);
  if (bucket === undefined)
    throw new Refusal('NoSuchBucket', 'The specified bucket does not exist', 404);
  return bucket;
}

function existing(moment: Moment, input: Condition): StoredObject {
  needBucket(moment, input.Bucket);
  const stored = moment.world.objects.get(objectKey(input.Bucket, input.Key));
  if (stored === undefined) {
    // Whoever may not list is not told what is not there.
    const mayList = moment.allows?.('s3:ListBucket', `arn:aws:s3:::${input.Bucket}`) ?? true;
    if (mayList) throw noSuchKey();
    throw new Refusal('AccessDenied', 'Access Denied', 403);
  }
  const { IfMatch, IfNoneMatch } = input;
  if (IfMatch !== undefined && unquoted(IfMatch) !== unquoted(stored.etag))
    throw preconditionFailed();
  if (IfNoneMatch !== undefined && unquoted(IfNoneMatch) === unquoted(stored.etag))
    throw new Refusal('NotModified', 'Not Modified', 304);
  return stored;
}

function described(stored: StoredObject) {
  const { size, etag, contentType, modifiedAt, metadata } = stored;
  return {
    ContentLength: size,
    ETag: etag,
    ContentType: contentType ?? 'binary/octet-stream',
    LastModified: new Date(modifiedAt),
    Metadata: metadata,
  };
}

function unquoted(etag: string): string {
  return etag.replaceAll('"', '');
}

function noSuchKey(): Refusal {
  return new Refusal('NoSuchKey', 'The specified key does not exist.', 404);
}

function preconditionFailed(): Refusal {
  const message = 'At least one of the pre-conditions you specified did not hold';
  return new Refusal('PreconditionFailed', message, 412);
}
