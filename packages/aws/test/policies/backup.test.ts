import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  instantTiming,
  practiceAccounts,
  practiceRegion,
  startPracticeAws,
} from '@sekisho/practice/aws';
import { expect, it, onTestFinished } from 'vitest';
import { createS3BackupStore } from '../../src/backup-store/s3-backup-store.ts';
import { backupPolicy, restorePolicy } from '../../src/policies/index.ts';
import { collect } from '../collect.ts';

const account = practiceAccounts.staging;
const place = { partition: 'aws', bucket: 'kept', prefix: 'backups/' };

async function* bytes(text: string) {
  yield Buffer.from(text);
}

/** Practice with a bucket, and keys of roles that have one policy each. */
async function openBucket() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-backup-'));
  const aws = await startPracticeAws({ port: 0, dataDirectory, timing: instantTiming });
  const credentials = { accessKeyId: `${account}`, secretAccessKey: 'practice' };
  const own = { endpoint: aws.url, region: practiceRegion, credentials };
  const [iam, sts] = [new IAMClient(own), new STSClient(own)];
  const s3 = (keys: typeof credentials) =>
    new S3Client({ ...own, credentials: keys, forcePathStyle: true });
  await s3(credentials).send(new CreateBucketCommand({ Bucket: place.bucket }));
  onTestFinished(async () => {
    await aws.close();
    await rm(dataDirectory, { recursive: true });
  });
  return async (RoleName: string, policy: object) => {
    const trust = { Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' };
    const document = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(
      new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document([trust]) }),
    );
    const PolicyDocument = JSON.stringify(policy);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'one', PolicyDocument }));
    const RoleArn = `arn:aws:iam::${account}:role/${RoleName}`;
    const taken = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'nightly' }));
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = taken.Credentials ?? {};
    const keys = {
      ...{ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey },
      sessionToken: SessionToken,
    };
    const partBytes = 5 * 1024 * 1024;
    const options = { ...own, credentials: keys, bucket: place.bucket, partBytes };
    const store = createS3BackupStore(options);
    return { store, s3: s3(keys) };
  };
}

it('adds backups and can neither replace, read nor remove one, nor write elsewhere', async () => {
  const as = await openBucket();
  const { store, s3 } = await as('nightly', backupPolicy(place));
  const one = { Bucket: place.bucket, Key: 'backups/1' };
  await store.write('backups/1', bytes('first'));

  const again = store.write('backups/1', bytes('second'));
  await expect(again).rejects.toMatchObject({ failure: 'conflict' });
  const denied = { name: 'AccessDenied' };
  await expect(s3.send(new PutObjectCommand({ ...one, Body: 'x' }))).rejects.toMatchObject(denied);
  await expect(s3.send(new DeleteObjectCommand(one))).rejects.toMatchObject(denied);
  for (const work of [store.read('backups/1'), store.write('anchors/1', bytes('x'))])
    await expect(work).rejects.toMatchObject({ failure: 'denied' });

  const restorer = await as('restorer', restorePolicy(place));
  const back = await collect(await restorer.store.read('backups/1'));
  expect(Buffer.concat(back).toString()).toBe('first');
  const list = (Prefix?: string) =>
    restorer.s3.send(new ListObjectsV2Command({ Bucket: place.bucket, Prefix }));
  expect((await list('backups/')).Contents?.map(({ Key }) => Key)).toEqual(['backups/1']);
  for (const elsewhere of [undefined, 'anchors/'])
    await expect(list(elsewhere)).rejects.toMatchObject(denied);
  const wrote = restorer.store.write('backups/2', bytes('x'));
  await expect(wrote).rejects.toMatchObject({ failure: 'denied' });
});

/** More than two parts. */
const large = randomBytes(11 * 1024 * 1024);

async function* pieces(end?: Error) {
  for (let at = 0; at < large.length; at += 1024 * 1024) yield large.subarray(at, at + 1024 * 1024);
  if (end !== undefined) throw end;
}

it('adds large backups in parts, which replace nothing either, and leaves none of a torn one', async () => {
  const as = await openBucket();
  const { store, s3 } = await as('nightly', backupPolicy(place));
  await store.write('backups/large', pieces());
  const again = store.write('backups/large', pieces());
  await expect(again).rejects.toMatchObject({ failure: 'conflict' });
  const torn = new Error('the database is gone');
  await expect(store.write('backups/torn', pieces(torn))).rejects.toBe(torn);
  const elsewhere = store.write('anchors/large', pieces());
  await expect(elsewhere).rejects.toMatchObject({ failure: 'denied' });

  // Whoever has these keys completes nothing that may be over what is there.
  const one = { Bucket: place.bucket, Key: 'backups/large' };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(one));
  const part = { ...one, UploadId, PartNumber: 1 };
  const { ETag } = await s3.send(new UploadPartCommand({ ...part, Body: 'x' }));
  const done = { ...one, UploadId, MultipartUpload: { Parts: [{ ETag, PartNumber: 1 }] } };
  const complete = s3.send(new CompleteMultipartUploadCommand(done));
  await expect(complete).rejects.toMatchObject({ name: 'AccessDenied' });

  const restorer = await as('restorer', restorePolicy(place));
  const back = Buffer.concat(await collect(await restorer.store.read('backups/large')));
  expect(back.equals(large)).toBe(true);
  const list = new ListObjectsV2Command({ Bucket: place.bucket, Prefix: 'backups/' });
  const keys = (await restorer.s3.send(list)).Contents?.map(({ Key }) => Key);
  expect(keys).toEqual(['backups/large']);
});

it('sends no part without the statement that is about parts', async () => {
  const as = await openBucket();
  const whole = backupPolicy(place);
  const Statement = whole.Statement.filter(({ Sid }) => Sid !== 'SendParts');
  const { store } = await as('nightly', { ...whole, Statement });
  await store.write('backups/small', bytes('few'));
  await expect(store.write('backups/large', pieces())).rejects.toMatchObject({
    failure: 'denied',
  });
});
