import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { describe, it } from 'vitest';
import { createAwsCiCloud } from '../src/index.ts';
import { type CiHarness, describeCiCloud } from './ci-cloud.contract.ts';
import { mayReadInstances } from './judges/may-read.ts';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';

const account = '123456789012';
const region = 'ap-northeast-1';

const moto: CiHarness = {
  name: 'moto',
  lacks: {
    trust: 'moto lets anybody assume a role',
    'missing role': 'moto lends roles that there are not',
    evaluation: 'moto judges no call by policies unless told so',
    limits: 'moto takes inline policies of any length',
  },
  open: async () => {
    const server = await startMoto();
    const access = {
      endpoint: server.endpoint,
      credentials: { accessKeyId: 'AKIAPRACTICE', secretAccessKey: 'practice' },
    };
    const iam = new IAMClient({ ...access, region });
    const statement = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
    const trust = { Version: '2012-10-17', Statement: [statement] };
    const order = { RoleName: 'strong', AssumeRolePolicyDocument: JSON.stringify(trust) };
    await iam.send(new CreateRoleCommand(order));
    iam.destroy();
    const cloud = createAwsCiCloud({
      ...access,
      installation: 'contract',
      requestTimeoutMs: 25_000,
    });
    return {
      cloud,
      scope: { environment: 'moto', account, region },
      roleArn: `arn:aws:iam::${account}:role/strong`,
      externalId: 'between-us',
      mayRead: mayReadInstances(server.endpoint, region),
      close: () => {
        cloud.close();
        server.stop();
        return Promise.resolve();
      },
    };
  },
};

const reason = whyNoMoto();
if (reason === null) describeCiCloud(moto);
else {
  console.warn(`SKIPPED: CiCloud on moto: ${reason}`);
  describe('CiCloud on moto', () => it.skip(`is not judged here: ${reason}`));
}
