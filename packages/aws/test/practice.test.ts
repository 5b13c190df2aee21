import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  practiceAccounts,
  practiceRegion,
  practiceTiming,
  startPracticeAws,
  type Timing,
} from '@sekisho/practice/aws';
import { openJudge } from './judges/open-judge.ts';
import { describeOpsCloud } from './ops-cloud.contract.ts';

const { staging, production } = practiceAccounts;

/** As slow as practice in kind, but ten times faster: everything still comes late. */
const quick = Object.fromEntries(
  Object.entries(practiceTiming).map(([name, value]: [string, number]) => [
    name,
    name.endsWith('Ms') ? value / 10 : value,
  ]),
) as unknown as Timing;

describeOpsCloud({
  name: 'practice AWS over HTTP',
  lacks: {},
  patienceMs: 10_000,
  open: async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-practice-'));
    const aws = await startPracticeAws({ port: 0, dataDirectory, timing: quick, tickMs: 25 });
    return openJudge({
      scope: { environment: 'staging', account: staging, region: practiceRegion },
      elsewhere: {
        environment: 'production',
        account: production,
        region: practiceRegion,
        roleArn: `arn:aws:iam::${production}:role/sekisho`,
        externalId: 'between-us',
      },
      endpoint: aws.url,
      schedulerRoleArn: `arn:aws:iam::${staging}:role/sekisho-scheduler`,
      template: () => Promise.resolve({ name: 'sekisho-ops-server', instanceType: 't3.micro' }),
      stop: async () => {
        await aws.close();
        await rm(dataDirectory, { recursive: true });
      },
    });
  },
});
