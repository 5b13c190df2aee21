import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createInProcessAccess,
  createInProcessCloud,
  createRng,
  practiceIdentityCenter,
  practiceTiming,
  startPracticeAws,
} from '@sekisho/practice/aws';
import { createAwsAccessCloud } from '../../src/index.ts';
import { accessPolicy, lookPolicy } from '../../src/policies/index.ts';
import { narrowRole } from '../judges/narrow-role.ts';
import { practiceAccess } from '../judges/practice-places.ts';
import { describeAccessCloud } from './access-cloud.contract.ts';
import type { AccessFacts } from './harness.ts';

const { managementAccount, region } = practiceIdentityCenter;
const scope = { environment: 'identity center', account: managementAccount, region };

const facts: AccessFacts = {
  account: '222222222222',
  management: managementAccount,
  permissionSet: { name: 'ReadOnly', sessionSeconds: 8 * 3600 },
  email: 'emi.tanaka@example.com',
  userName: 'emi.tanaka',
  disabled: 'mika.mori@example.com',
  group: 'sre',
  unusedRole: 'sekisho-ci-window',
};

describeAccessCloud({
  name: 'practice in the same process',
  lacks: { 'used roles': 'nobody assumes a role in the same process' },
  open: async () => {
    const clock = { now: Date.parse('2026-05-01T00:00:00Z') };
    const options = { now: () => clock.now, rng: createRng(1).next };
    // Its clock stands still between waits: all calls would fall into one second.
    const timing = { ...practiceTiming, identityCallsPerSecond: Number.POSITIVE_INFINITY };
    const { world } = createInProcessCloud({ ...options, timing });
    const cloud = createInProcessAccess({ ...options, world });
    const wait = async () => void (clock.now += 500);
    return { cloud, scope, facts, wait, close: async () => undefined };
  },
});

/** Everything still takes time, but the judge is not kept waiting, nor throttled, for seconds. */
const quick = {
  ...practiceTiming,
  policyMs: 0,
  assignMs: 150,
  assignRestMs: 50,
  identityCallsPerSecond: 500,
};

describeAccessCloud({
  name: 'practice AWS over HTTP, by a role that has the generated policies alone',
  lacks: {},
  open: async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-practice-'));
    const aws = await startPracticeAws({ port: 0, dataDirectory, timing: quick, tickMs: 25 });
    const place = practiceAccess('contract');
    await narrowRole(aws.url, managementAccount, {
      access: accessPolicy(place),
      look: lookPolicy(place),
    });
    const cloud = createAwsAccessCloud({
      endpoint: aws.url,
      credentials: { accessKeyId: '222222222222', secretAccessKey: 'practice' },
      installation: 'contract',
      requestTimeoutMs: 25_000,
      removalRoleArn: `arn:aws:iam::${managementAccount}:role/sekisho-access-removal`,
    });
    const entered = { ...scope, roleArn: `arn:aws:iam::${managementAccount}:role/sekisho` };
    return {
      ...{ cloud, scope: entered, facts },
      wait: () => sleep(50),
      close: async () => {
        cloud.close();
        await aws.close();
        await rm(dataDirectory, { recursive: true });
      },
    };
  },
});
