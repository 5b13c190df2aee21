import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { createAwsAccessCloud } from '../../src/index.ts';
import { startMoto, whyNoMoto } from '../judges/moto-server.ts';
import { describeAccessCloud } from './access-cloud.contract.ts';
import type { AccessHarness } from './harness.ts';
import { seedMoto } from './seed-moto.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

const moto: AccessHarness = {
  name: 'moto',
  lacks: {
    'accounts fail in silence': 'moto takes every account',
    'changes take time': 'moto changes at once',
    'membership ids': 'moto has no GetGroupMembershipId',
    'provisioned by account': 'moto provisions to no account in particular',
    'disabled users': 'moto has no status of users',
    'used roles': 'the suite assumes no role of moto’s',
  },
  open: async () => {
    const server = await startMoto();
    const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };
    const options = { endpoint: server.endpoint, region: REGION, credentials };
    const facts = await seedMoto(options, ACCOUNT);
    const cloud = createAwsAccessCloud({
      ...{ endpoint: server.endpoint, credentials, installation: 'contract' },
      requestTimeoutMs: 25_000,
      removalRoleArn: `arn:aws:iam::${ACCOUNT}:role/sekisho-access-removal`,
    });
    return {
      ...{ cloud, facts, wait: () => sleep(50) },
      scope: { environment: 'moto', account: ACCOUNT, region: REGION },
      close: async () => {
        cloud.close();
        server.stop();
      },
    };
  },
};

const reason = whyNoMoto();
if (reason === null) describeAccessCloud(moto);
else {
  console.warn(`SKIPPED: AccessCloud on moto: ${reason}`);
  describe('AccessCloud on moto', () => it.skip(`is not judged here: ${reason}`));
}
