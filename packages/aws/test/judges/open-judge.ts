import { randomUUID } from 'node:crypto';
import { EC2Client } from '@aws-sdk/client-ec2';
import { SSMClient, StartSessionCommand } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { CloudScope } from '@sekisho/core/cloud';
import { type AwsOpsCloudOptions, createAwsOpsCloud } from '../../src/index.ts';
import type { Judge, Looks } from '../harness.ts';
import type { SeededTemplate } from './seed-template.ts';

const looks: Looks = {
  instanceId: /^i-/,
  imageId: /^ami-/,
  templateId: /^lt-/,
  version: /^\d+$/,
  unknownInstance: 'i-0123456789abcdef0',
  otherSize: 't3.small',
  owner: /^arn:aws:/,
};

export interface JudgeSettings {
  readonly scope: CloudScope;
  readonly elsewhere?: CloudScope;
  /** None means AWS itself. */
  readonly endpoint?: string;
  readonly schedulerRoleArn: string;
  readonly template: (ec2: EC2Client, ssm: SSMClient) => Promise<SeededTemplate>;
  /** Cleans up while the judge can still be asked. */
  readonly stop: (judge: Judge) => Promise<void>;
}

/** Opens the adapter under test, and clients beside it that look past it. */
export async function openJudge(settings: JudgeSettings): Promise<Judge> {
  const { scope, elsewhere, endpoint } = settings;
  const access: Pick<AwsOpsCloudOptions, 'endpoint' | 'credentials'> =
    endpoint === undefined
      ? {}
      : { endpoint, credentials: { accessKeyId: 'AKIAPRACTICE', secretAccessKey: 'practice' } };
  // A played AWS is looked at with its owner's keys, whatever role is judged.
  const own = endpoint === undefined ? roleOf(scope) : {};
  const client = { region: scope.region, ...access, ...own };
  const [ec2, ssm] = [new EC2Client(client), new SSMClient(client)];
  const cloud = createAwsOpsCloud({
    ...access,
    installation: 'contract',
    // A judge on a busy machine may be slow; what is judged here is not how fast it answers.
    requestTimeoutMs: 25_000,
    schedulerRoleArn: settings.schedulerRoleArn,
  });
  const template = await settings.template(ec2, ssm);
  const run = randomUUID();
  const other = elsewhere === undefined ? {} : { elsewhere };
  const judge: Judge = {
    ...{ ...other, run, cloud, scope, template, ec2, ssm, looks },
    prepare: async () => undefined,
    async openSession(Target) {
      const { SessionId } = await ssm.send(new StartSessionCommand({ Target }));
      return SessionId ?? '';
    },
    close,
  };
  return judge;

  async function close(): Promise<void> {
    await settings.stop(judge);
    cloud.close();
    ec2.destroy();
    ssm.destroy();
  }
}

/** The clients beside the adapter act in the scope's account too, by a way of their own. */
function roleOf({ roleArn, externalId, region }: CloudScope) {
  if (roleArn === undefined) return {};
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: 'sekisho-contract',
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
  });
  const credentials = async () => {
    const { Credentials: given } = await new STSClient({ region }).send(command);
    return {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
      ...(given?.Expiration === undefined ? {} : { expiration: given.Expiration }),
    };
  };
  return { credentials };
}
