import { EC2Client } from '@aws-sdk/client-ec2';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { CloudScope } from '@sekisho/core/cloud';
import { type AwsOpsCloudOptions, createAwsOpsCloud } from '../../src/index.ts';
import type { Judge } from '../harness.ts';
import type { SeededTemplate } from './seed-template.ts';

export interface JudgeSettings {
  readonly scope: CloudScope;
  /** None means AWS itself. */
  readonly endpoint?: string;
  readonly schedulerRoleArn: string;
  readonly template: (ec2: EC2Client) => Promise<SeededTemplate>;
  readonly stop: () => Promise<void>;
}

/** Opens the adapter under test, and clients beside it that look past it. */
export async function openJudge(settings: JudgeSettings): Promise<Judge> {
  const { scope, endpoint } = settings;
  const access: Pick<AwsOpsCloudOptions, 'endpoint' | 'credentials'> =
    endpoint === undefined
      ? {}
      : { endpoint, credentials: { accessKeyId: 'AKIAPRACTICE', secretAccessKey: 'practice' } };
  const client = { region: scope.region, ...access };
  const [ec2, ssm] = [new EC2Client(client), new SSMClient(client)];
  const cloud = createAwsOpsCloud({
    ...access,
    installation: 'contract',
    schedulerRoleArn: settings.schedulerRoleArn,
  });
  const template = await settings.template(ec2);
  const close = async () => {
    for (const open of [cloud, ...[ec2, ssm].map((each) => ({ close: () => each.destroy() }))]) {
      open.close();
    }
    await settings.stop();
  };
  return { cloud, scope, template, ec2, ssm, close };
}
