import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LogNotice } from '@sekisho/core/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3LogStore, createSqsLogNotices } from '../src/sources/index.ts';
import { collect } from './collect.ts';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';

const reason = whyNoMoto();
if (reason !== null) console.warn(`SKIPPED: logs in the S3 of moto: ${reason}`);

describe.skipIf(reason !== null)('logs in the S3 of moto', { timeout: 60_000 }, () => {
  const region = 'us-east-1';
  const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };
  const parts: { stop(): void }[] = [];
  let s3: S3Client;
  let options: { endpoint: string; region: string; credentials: typeof credentials };
  let queueUrl = '';

  beforeAll(async () => {
    const moto = await startMoto();
    options = { endpoint: moto.endpoint, region, credentials };
    s3 = new S3Client({ ...options, forcePathStyle: true });
    const sqs = new SQSClient(options);
    parts.push(moto, { stop: () => s3.destroy() }, { stop: () => sqs.destroy() });
    await s3.send(new CreateBucketCommand({ Bucket: 'logs' }));
    const made = await sqs.send(new CreateQueueCommand({ QueueName: 'told' }));
    queueUrl = made.QueueUrl ?? '';
    const QueueArn = `arn:aws:sqs:${region}:123456789012:told`;
    await s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: 'logs',
        NotificationConfiguration: {
          QueueConfigurations: [{ QueueArn, Events: ['s3:ObjectCreated:*'] }],
        },
      }),
    );
  }, 120_000);
  afterAll(() => {
    for (const part of parts.splice(0).reverse()) part.stop();
  });

  const put = (Key: string, Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'logs', Key, Body }));

  async function text(pieces: AsyncIterable<Uint8Array>): Promise<string> {
    return Buffer.concat(await collect(pieces)).toString();
  }

  it('are listed over all pages in order of their keys, after the one given', async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `many/${String(index).padStart(2, '0')}`);
    for (const key of ['other/1', ...keys.toReversed()]) await put(key, 'x');
    const store = createS3LogStore({ ...options, bucket: 'logs', pageSize: 5 });
    const all = await collect(store.list('many/'));
    expect(all.map(({ key }) => key)).toEqual(keys);
    const rest = await collect(store.list('many/', 'many/04'));
    expect(rest.map(({ key }) => key)).toEqual(keys.slice(5));
    store.close();
  });

  it('are told of by the queue, and read under the names and etags that it told', async () => {
    const store = createS3LogStore({ ...options, bucket: 'logs' });
    const notices = createSqsLogNotices({ ...options, queueUrl, bucket: 'logs', waitSeconds: 0 });
    const key = 'alb/red flower+関 100%.log';
    await put(key, 'first');
    const found = await noticeOf(key);
    expect(await text(store.open(found.object!))).toBe('first');
    const [listed] = await collect(store.list('alb/'));
    expect(listed).toMatchObject({ ...found.object, modified: expect.any(Date) });

    await put(key, 'second, longer');
    await expect(text(store.open(found.object!))).rejects.toMatchObject({ code: 'gone' });
    const [replaced] = await collect(store.list('alb/'));
    await s3.send(new DeleteObjectCommand({ Bucket: 'logs', Key: key }));
    await expect(text(store.open(replaced!))).rejects.toMatchObject({ code: 'gone' });
    store.close();
    notices.close();

    /** Settles what the queue tells until it tells of the key. */
    async function noticeOf(wanted: string): Promise<LogNotice> {
      for (;;) {
        const told = await notices.receive();
        if (told.length === 0) throw new Error('the queue is empty');
        for (const notice of told) await notice.settle();
        const hit = told.find(({ object }) => object?.key === wanted);
        if (hit !== undefined) return hit;
      }
    }
  });

  it('are no more told of once they were settled', async () => {
    const notices = createSqsLogNotices({ ...options, queueUrl, bucket: 'logs', waitSeconds: 0 });
    await put('settled', 'x');
    let told = await notices.receive();
    while (told.length > 0) {
      for (const notice of told) await notice.settle();
      told = await notices.receive();
    }
    expect(await notices.receive()).toEqual([]);
    notices.close();
  });
});
