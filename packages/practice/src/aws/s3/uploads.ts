import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';
import type { StoredPart, StoredUpload } from '../world/storage-records.ts';
import { largestObject, needBucket, objectKey, refuseUnlessFits } from './objects.ts';

/** Of every part but the last. Source: Amazon S3 User Guide, "Multipart upload limits". */
const smallestPart = 5 * 1024 * 1024;

const place = { Bucket: z.string().min(3).max(63), Key: z.string().min(1).max(1024) };
const upload = { ...place, UploadId: z.string().min(1) };
const PartNumber = z.coerce.number().int().min(1).max(10_000);

/** `CreateMultipartUpload`: nothing is at the key until it is completed. Errors: `NoSuchBucket`. */
export const createMultipartUpload = operation({
  service: 's3',
  input: z.strictObject({
    ...place,
    ContentType: z.string().optional(),
    Metadata: z.record(z.string(), z.string()).default({}),
  }),
  run: (moment, { Bucket, Key, ContentType, Metadata }) => {
    needBucket(moment, Bucket);
    const UploadId = hex(moment.rng, 64);
    moment.world.uploads.put(UploadId, {
      ...{ id: UploadId, bucket: Bucket, key: Key, metadata: Metadata },
      contentType: ContentType ?? null,
    });
    return { Bucket, Key, UploadId };
  },
});

/** `UploadPart`: one of the same number takes its place. Errors: `NoSuchUpload`, `EntityTooLarge`. */
export const uploadPart = operation({
  service: 's3',
  input: z.strictObject({ ...upload, PartNumber, Body: z.instanceof(Uint8Array) }),
  run: (moment, input) => {
    const { id } = needUpload(moment, input);
    const { PartNumber: number, Body: body } = input;
    if (body.length > largestObject) throw new Refusal('EntityTooLarge', 'Too large.', 400);
    const digest = createHash('md5').update(body).digest('hex');
    const stored = { upload: id, number, digest, body: Buffer.from(body).toString('base64') };
    moment.world.parts.put(partKey(id, number), { ...stored, size: body.length });
    return { ETag: `"${digest}"` };
  },
});

/**
 * `CompleteMultipartUpload`. Errors: `NoSuchUpload`, `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`,
 * `PreconditionFailed`.
 */
export const completeMultipartUpload = operation({
  service: 's3',
  input: z.strictObject({
    ...upload,
    IfMatch: z.string().optional(),
    IfNoneMatch: z.string().optional(),
    Parts: z.array(z.strictObject({ PartNumber, ETag: z.string() })).min(1),
  }),
  run: (moment, input) => {
    const { id, bucket, key, contentType, metadata } = needUpload(moment, input);
    const parts = input.Parts.map((named) => neededPart(moment, id, named));
    if (parts.some(({ number }, index) => number <= (parts[index - 1]?.number ?? 0)))
      throw new Refusal('InvalidPartOrder', 'The list of parts was not in ascending order.', 400);
    if (parts.slice(0, -1).some(({ size }) => size < smallestPart))
      throw new Refusal('EntityTooSmall', 'A part is smaller than the minimum allowed size.', 400);
    refuseUnlessFits(moment, input);
    const digests = Buffer.from(parts.map(({ digest }) => digest).join(''), 'hex');
    const etag = `"${createHash('md5').update(digests).digest('hex')}-${parts.length}"`;
    const body = Buffer.concat(parts.map((part) => Buffer.from(part.body, 'base64')));
    moment.world.objects.put(objectKey(bucket, key), {
      ...{ bucket, key, etag, contentType, metadata },
      ...{ size: body.length, modifiedAt: moment.now, body: body.toString('base64') },
    });
    forget(moment, id);
    return { Location: `/${bucket}/${key}`, Bucket: bucket, Key: key, ETag: etag };
  },
});

/** `AbortMultipartUpload`: its parts are gone. Errors: `NoSuchUpload`. */
export const abortMultipartUpload = operation({
  service: 's3',
  input: z.strictObject(upload),
  run: (moment, input) => {
    forget(moment, needUpload(moment, input).id);
    return {};
  },
});

function needUpload(
  moment: Moment,
  { Bucket, Key, UploadId }: { Bucket: string; Key: string; UploadId: string },
): StoredUpload {
  needBucket(moment, Bucket);
  const found = moment.world.uploads.get(UploadId);
  if (found?.bucket === Bucket && found.key === Key) return found;
  throw new Refusal('NoSuchUpload', 'The specified multipart upload does not exist.', 404);
}

function neededPart(
  moment: Moment,
  id: string,
  { PartNumber: number, ETag }: { PartNumber: number; ETag: string },
): StoredPart {
  const part = moment.world.parts.get(partKey(id, number));
  if (part !== undefined && ETag.replaceAll('"', '') === part.digest) return part;
  throw new Refusal('InvalidPart', 'One or more of the specified parts could not be found.', 400);
}

function forget({ world }: Moment, id: string): void {
  for (const part of [...world.parts.values()])
    if (part.upload === id) world.parts.drop(partKey(id, part.number));
  world.uploads.drop(id);
}

function partKey(id: string, number: number): string {
  return `${id}/${number}`;
}
