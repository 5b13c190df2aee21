import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudScope, RecordingCloud } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAwsRecordings } from '../src/index.ts';

/** An AWS, simulated by whomever, in which recordings are read. */
export interface RecordingsJudge {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Of the role that reads. */
  readonly scope: CloudScope;
  readonly bucket: string;
  readonly group: string;
  close(): Promise<void>;
}

/** What `RecordingCloud` promises of objects and streams. */
export function describeRecordings(name: string, open: () => Promise<RecordingsJudge>): void {
  describe(`recordings in ${name}`, { timeout: 60_000 }, () => {
    let judge: RecordingsJudge;
    let cloud: RecordingCloud & { close(): void };
    const body = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256));
    const stream = 'hanako-0a1b2c3d';
    const began = Math.floor(Date.now() / 1000) * 1000 - 60_000;
    const key = () => `sessions/${judge.scope.account}/${stream}.log`;

    beforeAll(async () => {
      judge = await open();
      const { endpoint, credentials, scope } = judge;
      const own = { endpoint, credentials, region: scope.region };
      cloud = createAwsRecordings({
        endpoint,
        credentials,
        installation: 'contract',
        requestTimeoutMs: 25_000,
      });
      const s3 = new S3Client({ ...own, forcePathStyle: true });
      const location = { LocationConstraint: 'ap-northeast-1' } as const;
      await s3
        .send(
          new CreateBucketCommand({ Bucket: judge.bucket, CreateBucketConfiguration: location }),
        )
        .catch(() => undefined);
      await s3.send(new PutObjectCommand({ Bucket: judge.bucket, Key: key(), Body: body }));
      await s3.send(
        new PutObjectCommand({ Bucket: judge.bucket, Key: `${key()}.empty`, Body: '' }),
      );
      const logs = new CloudWatchLogsClient(own);
      const at = { logGroupName: judge.group, logStreamName: stream };
      await logs
        .send(new CreateLogGroupCommand({ logGroupName: judge.group }))
        .catch(() => undefined);
      await logs.send(new CreateLogStreamCommand(at));
      const logEvents = [0, 1, 2].map((second) => ({
        timestamp: began + second * 1000,
        message: `line ${second} 関所`,
      }));
      await logs.send(new PutLogEventsCommand({ ...at, logEvents }));
      s3.destroy();
      logs.destroy();
    }, 120_000);
    afterAll(async () => {
      cloud.close();
      await judge.close();
    });

    it('are read in parts, each byte once, and end where the object does', async () => {
      const pieces: Uint8Array[] = [];
      for (let from = 0, size = 1; from < size; ) {
        const asked = { bucket: judge.bucket, key: key(), from, length: 2048 };
        const part = await cloud.readObject(judge.scope, asked);
        if (part === null) throw new Error('the object is there');
        expect(part.bytes.length).toBeLessThanOrEqual(2048);
        pieces.push(part.bytes);
        from += part.bytes.length;
        size = part.size;
      }
      expect(Buffer.concat(pieces).equals(body)).toBe(true);
    });

    it('that are empty or not there are told apart', async () => {
      const asked = { bucket: judge.bucket, from: 0, length: 10 };
      const empty = await cloud.readObject(judge.scope, { ...asked, key: `${key()}.empty` });
      expect(empty).toEqual({ bytes: new Uint8Array(), size: 0 });
      expect(await cloud.readObject(judge.scope, { ...asked, key: `${key()}.none` })).toBeNull();
      await expect(
        cloud.readObject(judge.scope, { ...asked, bucket: 'no-such-bucket-here', key: 'x' }),
      ).rejects.toMatchObject({ name: 'CloudError' });
    });

    it('are read as events, the oldest first, of a span of time, to their end', async () => {
      const asked = { group: judge.group, stream };
      const events: string[] = [];
      let token: string | null = null;
      let pages = 0;
      do {
        const page = await cloud.readStream(judge.scope, { ...asked, token });
        events.push(...(page?.events ?? []).map(({ message }) => message));
        token = page?.next ?? null;
        pages += 1;
      } while (token !== null && pages < 10);
      expect(events).toEqual(['line 0 関所', 'line 1 関所', 'line 2 関所']);
      const [from, until] = [new Date(began + 1000), new Date(began + 1500)];
      const some = await cloud.readStream(judge.scope, { ...asked, from, until, token: null });
      expect(some?.events).toEqual([{ at: began + 1000, message: 'line 1 関所' }]);
    });

    it('are none of a stream that is not there', async () => {
      const asked = { token: null, group: judge.group, stream: 'nobody-0a1b2c3d' };
      expect(await cloud.readStream(judge.scope, asked)).toBeNull();
    });
  });
}
