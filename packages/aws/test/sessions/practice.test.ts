import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createInProcessCloud,
  createInProcessSessions,
  createRng,
  practiceIdentityCenter,
  practiceTiming,
  startPracticeAws,
} from '@sekisho/practice/aws';
import { createAwsSessionCloud } from '../../src/index.ts';
import { liveSessionsPolicy } from '../../src/policies/index.ts';
import { narrowRole } from '../judges/narrow-role.ts';
import { practiceAccess } from '../judges/practice-places.ts';
import { describeSessionCloud } from './session-cloud.contract.ts';

const { managementAccount, region } = practiceIdentityCenter;
const scope = { environment: 'live-sessions', account: managementAccount, region };
const accounts = ['222222222222', '111111111111'] as const;

describeSessionCloud({
  name: 'practice in the same process',
  open: async () => {
    const options = { now: () => Date.parse('2026-05-01T00:00:00Z'), rng: createRng(1).next };
    const { world } = createInProcessCloud({ ...options, timing: practiceTiming });
    const of = (installation: string) =>
      createInProcessSessions({ ...options, world, installation });
    const close = async () => undefined;
    return { cloud: of('contract'), stranger: of('stranger'), scope, accounts, close };
  },
});

describeSessionCloud({
  name: 'practice AWS over HTTP, by a role that has the generated policy alone',
  open: async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-practice-'));
    const aws = await startPracticeAws({
      port: 0,
      dataDirectory,
      timing: { ...practiceTiming, policyMs: 0 },
    });
    await narrowRole(aws.url, managementAccount, {
      own: liveSessionsPolicy(practiceAccess('contract')),
      other: liveSessionsPolicy(practiceAccess('stranger')),
    });
    const credentials = { accessKeyId: '222222222222', secretAccessKey: 'practice' };
    const of = (installation: string) =>
      createAwsSessionCloud({ endpoint: aws.url, credentials, installation });
    const [cloud, stranger] = [of('contract'), of('stranger')];
    const roleArn = `arn:aws:iam::${managementAccount}:role/sekisho`;
    return {
      ...{ cloud, stranger, scope: { ...scope, roleArn }, accounts },
      close: async () => {
        for (const each of [cloud, stranger]) each.close();
        await aws.close();
        await rm(dataDirectory, { recursive: true });
      },
    };
  },
});
