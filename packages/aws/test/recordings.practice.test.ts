import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IAMClient } from '@aws-sdk/client-iam';
import { instantTiming, startPracticeAws } from '@sekisho/practice/aws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAwsRecordings } from '../src/index.ts';
import { opsRecordingsPolicy } from '../src/policies/index.ts';
import { account, place, region } from './policies/house.ts';
import { makeRole } from './policies/make-role.ts';
import { describeRecordings, type RecordingsJudge } from './recordings.contract.ts';

/** A practice AWS with a role that has the generated policy and nothing else. */
async function open(): Promise<RecordingsJudge> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-recordings-'));
  const aws = await startPracticeAws({ port: 0, dataDirectory, timing: instantTiming });
  const credentials = { accessKeyId: account, secretAccessKey: 'practice' };
  const iam = new IAMClient({ endpoint: aws.url, region, credentials });
  await makeRole(iam, account, { name: 'reader', policy: opsRecordingsPolicy(place) });
  iam.destroy();
  const roleArn = `arn:aws:iam::${account}:role/reader`;
  return {
    ...{ endpoint: aws.url, credentials, bucket: place.recording.bucket },
    group: place.recording.sessionLogGroup,
    scope: { environment: 'staging', account, region, roleArn },
    async close() {
      await aws.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
}

describeRecordings('practice, by the generated policy alone', open);

let judge: RecordingsJudge;
let cloud: ReturnType<typeof createAwsRecordings>;
beforeAll(async () => {
  judge = await open();
  const { endpoint, credentials } = judge;
  cloud = createAwsRecordings({ endpoint, credentials, installation: 'contract' });
});
afterAll(async () => {
  cloud.close();
  await judge.close();
});

it('lists sessions by that policy, and reads no recording of another account', async () => {
  const since = new Date(Date.now() - 3_600_000);
  const asked = { since, until: new Date(), token: null };
  for (const state of ['open', 'ended'] as const)
    expect(await cloud.listSessions(judge.scope, { ...asked, state })).toEqual({
      ...{ sessions: [], next: null },
    });
  expect(await cloud.endedSession(judge.scope, 'nobody-0a1b2c3d')).toBeNull();
  const other = { key: 'sessions/111111111111/x.log', bucket: judge.bucket, from: 0, length: 10 };
  await expect(cloud.readObject(judge.scope, other)).rejects.toMatchObject({ failure: 'denied' });
  const foreign = { group: '/other', stream: 'x', token: null };
  await expect(cloud.readStream(judge.scope, foreign)).rejects.toMatchObject({ failure: 'denied' });
});
