import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createInProcessCiCloud,
  createRng,
  instantTiming,
  practiceAccounts,
  practiceCi,
  practiceRegion,
  startPracticeAws,
} from '@sekisho/practice/aws';
import { createAwsCiCloud } from '../src/index.ts';
import { ciRolesPolicy } from '../src/policies/index.ts';
import { describeCiCloud } from './ci-cloud.contract.ts';
import { mayReadInstances } from './judges/may-read.ts';
import { narrowRole } from './judges/narrow-role.ts';
import { practiceCiPlace } from './judges/practice-places.ts';

const account = practiceAccounts.production;
const scope = { environment: 'production', account, region: practiceRegion };
const role = {
  roleArn: `arn:aws:iam::${account}:role/${practiceCi.applyRole}`,
  externalId: practiceCi.externalId,
};

describeCiCloud({
  name: 'practice AWS in the same process',
  lacks: {},
  open: () => {
    const cloud = createInProcessCiCloud({ now: Date.now, rng: createRng(1).next });
    const mayRead = (keys: { readonly accessKeyId: string }) =>
      Promise.resolve(cloud.mayDo(keys, 'ec2:DescribeInstances'));
    return Promise.resolve({ cloud, scope, ...role, mayRead, close: () => Promise.resolve() });
  },
});

describeCiCloud({
  name: 'practice AWS over HTTP, by a role that has the generated policy alone',
  lacks: {},
  open: async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-practice-'));
    // Policies arrive late, as they do in AWS.
    const timing = { ...instantTiming, policyMs: 300 };
    const aws = await startPracticeAws({ port: 0, dataDirectory, timing });
    await narrowRole(aws.url, account, { ci: ciRolesPolicy(practiceCiPlace) });
    await sleep(timing.policyMs);
    const cloud = createAwsCiCloud({
      endpoint: aws.url,
      credentials: { accessKeyId: 'AKIAPRACTICE', secretAccessKey: 'practice' },
      installation: 'contract',
      requestTimeoutMs: 25_000,
    });
    return {
      cloud,
      // By the scope's own role first, as an installation does.
      scope: { ...scope, roleArn: `arn:aws:iam::${account}:role/sekisho` },
      ...role,
      mayRead: mayReadInstances(aws.url, scope.region),
      close: async () => {
        cloud.close();
        await aws.close();
        await rm(dataDirectory, { recursive: true });
      },
    };
  },
});
