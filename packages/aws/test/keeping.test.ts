import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, it } from 'vitest';
import { describeKeeping } from '../../../test/support/keeping.contract.ts';
import { fakeKeeping } from '../../../test/support/keeping.ts';
import { createAwsKeeping } from '../src/keeping-cloud.ts';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';

const names = { open: 'kept-open', locked: 'kept-locked' };

describeKeeping('a fake', async () => {
  let at = Date.parse('2026-05-01T00:00:00Z');
  const keeping = fakeKeeping(() => new Date(at));
  keeping.locks.set(names.locked, { mode: 'GOVERNANCE', days: 30 });
  const wait = async () => void (at += 1000);
  const remove = async (bucket: string, key: string) => keeping.remove(`${bucket}/${key}`);
  return { keeping, ...names, region: null, wait, remove, close: async () => undefined };
});

const reason = whyNoMoto();
if (reason === null)
  describeKeeping('moto', async () => {
    const moto = await startMoto();
    const region = 'us-east-1';
    const reach = {
      endpoint: moto.endpoint,
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    };
    const s3 = new S3Client({ ...reach, region, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: names.open }));
    const Bucket = names.locked;
    await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    const DefaultRetention = { Mode: 'GOVERNANCE', Days: 30 } as const;
    await s3.send(
      new PutObjectLockConfigurationCommand({
        ...{ Bucket },
        ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } },
      }),
    );
    const keeping = createAwsKeeping(reach);
    return {
      ...{ keeping, ...names, region, wait: () => sleep(1100) },
      remove: async (Bucket, Key) => void (await s3.send(new DeleteObjectCommand({ Bucket, Key }))),
      async close() {
        keeping.close();
        s3.destroy();
        moto.stop();
      },
    };
  });
else {
  console.warn(`SKIPPED: kept checkpoints on moto: ${reason}`);
  describe('kept checkpoints on moto', () => it.skip(`is not judged here: ${reason}`));
}
