import {
  CreateBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3BackupStore } from '../src/backup-store/s3-backup-store.ts';
import { collect } from './collect.ts';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';

const reason = whyNoMoto();
if (reason !== null) console.warn(`SKIPPED: backups in the S3 of moto: ${reason}`);

const mebibyte = 1024 * 1024;
/** More than two parts of the smallest size. */
const large = Buffer.alloc(12 * mebibyte, 'sekisho ');

async function* pieces(whole: Buffer, end?: Error) {
  for (let at = 0; at < whole.length; at += 700_000) yield whole.subarray(at, at + 700_000);
  if (end !== undefined) throw end;
}

describe.skipIf(reason !== null)('backups in the S3 of moto', { timeout: 60_000 }, () => {
  const Bucket = 'backups';
  const reach = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  };
  const parts: { stop(): void }[] = [];
  let s3: S3Client;
  let endpoint = '';
  const store = (more: object = {}) => {
    const made = createS3BackupStore({
      ...{ ...reach, endpoint, bucket: Bucket, partBytes: 5 * mebibyte },
      ...more,
    });
    parts.push({ stop: () => made.close() });
    return made;
  };
  const back = async (key: string) => Buffer.concat(await collect(await store().read(key)));
  const keys = async () =>
    (await s3.send(new ListObjectsV2Command({ Bucket }))).Contents?.map(({ Key }) => Key) ?? [];
  const unfinished = async () =>
    (await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? [];

  beforeAll(async () => {
    const moto = await startMoto();
    endpoint = moto.endpoint;
    s3 = new S3Client({ ...reach, endpoint, forcePathStyle: true });
    parts.push(moto, { stop: () => s3.destroy() });
    await s3.send(new CreateBucketCommand({ Bucket }));
  }, 120_000);
  afterAll(() => {
    for (const part of parts.splice(0).reverse()) part.stop();
  });

  it('come back as they were, small and in parts, with checksums', async () => {
    const sent: number[] = [];
    await store().write('2026/small', pieces(Buffer.from('few')));
    await store().write('2026/large', pieces(large), (bytes) => sent.push(bytes));
    expect((await back('2026/small')).toString()).toBe('few');
    expect((await back('2026/large')).equals(large)).toBe(true);
    expect(sent.at(-1)).toBe(large.length);
    const Key = '2026/small';
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head.ChecksumSHA256).toBeTruthy();
  });

  it('never take the place of one that is there', async () => {
    await store().write('once', pieces(Buffer.from('first')));
    for (const again of [Buffer.from('second'), large]) {
      const failed = store().write('once', pieces(again));
      await expect(failed).rejects.toMatchObject({ name: 'CloudError', failure: 'conflict' });
    }
    expect((await back('once')).toString()).toBe('first');
    expect(await unfinished()).toEqual([]);
  });

  it('leave nothing when the bytes fail half-way, and say what failed', async () => {
    const torn = new Error('the database is gone');
    for (const whole of [Buffer.from('few'), large])
      await expect(store().write('torn', pieces(whole, torn))).rejects.toBe(torn);
    expect(await keys()).not.toContain('torn');
    expect(await unfinished()).toEqual([]);
  });

  it('are encrypted by the key that is named', async () => {
    const kmsKey = `arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
    await store({ kmsKey }).write('under-key', pieces(large));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'under-key' }));
    expect(head).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKey });
  });

  it('say what is missing: the object, or the bucket', async () => {
    await expect(store().read('nothing')).rejects.toMatchObject({ failure: 'not-found' });
    const nowhere = store({ bucket: 'nowhere' });
    const failed = nowhere.write('x', pieces(Buffer.from('few')));
    await expect(failed).rejects.toMatchObject({ vendorCode: 'NoSuchBucket' });
  });
});
