import { DescribeImagesCommand, type EC2Client } from '@aws-sdk/client-ec2';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, it } from 'vitest';
import type { OpsCloudHarness } from './harness.ts';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';
import { openJudge } from './judges/open-judge.ts';
import { seedTemplate } from './judges/seed-template.ts';
import { describeOpsCloud } from './ops-cloud.contract.ts';

const ACCOUNT = '123456789012';
const REGION = 'ap-northeast-1';
const OTHER = '210987654321';

const moto: OpsCloudHarness = {
  name: 'moto',
  lacks: {
    'token replay': 'moto stores ClientToken and does not enforce it',
    'token mismatch': 'moto stores ClientToken and does not enforce it',
    'launch checks template': 'moto breaks on an unknown launch template id',
    'interface tags': 'moto does not tag interfaces at launch',
    'tagging checks instance': 'moto tags what does not exist',
    agents: 'moto has no DescribeInstanceInformation',
    sessions: 'moto has no sessions',
  },
  patienceMs: 20_000,
  open: async () => {
    const server = await startMoto();
    return openJudge({
      scope: { environment: 'moto', account: ACCOUNT, region: REGION },
      elsewhere: {
        environment: 'elsewhere',
        account: OTHER,
        region: REGION,
        roleArn: `arn:aws:iam::${OTHER}:role/sekisho`,
        externalId: 'between-us',
      },
      endpoint: server.endpoint,
      schedulerRoleArn: `arn:aws:iam::${ACCOUNT}:role/sekisho-scheduler`,
      template: async (ec2, ssm) => {
        const image = { Name: '/sekisho/images/ops-server/current', Value: await anyImage(ec2) };
        await ssm.send(new PutParameterCommand({ ...image, Type: 'String' }));
        return seedTemplate(ec2, 'sekisho-ops', `resolve:ssm:${image.Name}`);
      },
      stop: () => Promise.resolve(server.stop()),
    });
  },
};

async function anyImage(ec2: EC2Client): Promise<string> {
  const { Images } = await ec2.send(new DescribeImagesCommand({ Owners: ['amazon'] }));
  const image = Images?.[0]?.ImageId;
  if (image === undefined) throw new Error('moto shows no image');
  return image;
}

const reason = whyNoMoto();
if (reason === null) describeOpsCloud(moto);
else {
  console.warn(`SKIPPED: OpsCloud on moto: ${reason}`);
  describe('OpsCloud on moto', () => it.skip(`is not judged here: ${reason}`));
}
