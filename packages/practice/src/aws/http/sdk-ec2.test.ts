import {
  CreateTagsCommand,
  DescribeImagesCommand,
  DescribeInstanceStatusCommand,
  DescribeInstancesCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribeTagsCommand,
  EC2Client,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, startScratch } from '../testing/scratch.ts';

let scratch: Scratch;
let ec2: EC2Client;

beforeAll(async () => {
  scratch = await startScratch();
  ec2 = new EC2Client({
    endpoint: scratch.aws.url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'practice', secretAccessKey: 'practice' },
    maxAttempts: 1,
  });
});
beforeEach(() => scratch.control('faults', { faults: [] }));
afterAll(async () => {
  ec2.destroy();
  await scratch.close();
});

const launch: RunInstancesCommandInput = {
  MinCount: 1,
  MaxCount: 1,
  LaunchTemplate: { LaunchTemplateName: 'sekisho-ops-server', Version: '$Default' },
  InstanceType: 't3.micro',
};
const run = (more: Partial<RunInstancesCommandInput>) =>
  ec2.send(new RunInstancesCommand({ ...launch, ...more }));

describe('EC2 through the SDK as it is', () => {
  it('launches, shows, tags and terminates', async () => {
    const Tags = [{ Key: 'sekisho:lease', Value: 'L <1> & "日本"' }];
    const { Instances } = await run({
      TagSpecifications: [{ ResourceType: 'instance', Tags }],
      MetadataOptions: { HttpTokens: 'required', InstanceMetadataTags: 'enabled' },
    });
    const InstanceIds = [Instances?.[0]?.InstanceId ?? ''];
    await ec2.send(
      new CreateTagsCommand({ Resources: InstanceIds, Tags: [{ Key: 'a', Value: '' }] }),
    );
    const shown = await ec2.send(new DescribeInstancesCommand({ InstanceIds }));
    expect(shown.Reservations?.[0]?.Instances?.[0]).toMatchObject({
      State: { Code: 16, Name: 'running' },
      Tags: [...Tags, { Key: 'a', Value: '' }],
      LaunchTime: expect.any(Date),
      MetadataOptions: { HttpTokens: 'required', InstanceMetadataTags: 'enabled' },
      IamInstanceProfile: { Arn: expect.stringContaining('instance-profile/') },
    });
    const tags = await ec2.send(
      new DescribeTagsCommand({ Filters: [{ Name: 'resource-id', Values: InstanceIds }] }),
    );
    expect(tags.Tags).toHaveLength(2);
    const ended = await ec2.send(new TerminateInstancesCommand({ InstanceIds }));
    expect(ended.TerminatingInstances).toMatchObject([
      { PreviousState: { Name: 'running' }, CurrentState: { Name: 'terminated' } },
    ]);
    const status = await ec2.send(
      new DescribeInstanceStatusCommand({ InstanceIds, IncludeAllInstances: true }),
    );
    expect(status.InstanceStatuses?.[0]?.InstanceState?.Name).toBe('terminated');
  });

  it('answers a token again, whatever the order of the parameters', async () => {
    const ClientToken = 'lease-1';
    const [first, second] = [await run({ ClientToken }), await run({ ClientToken })];
    expect(second.Instances?.[0]?.InstanceId).toBe(first.Instances?.[0]?.InstanceId);
    const { MinCount, MaxCount, ...others } = { ...launch, ClientToken };
    const third = await ec2.send(new RunInstancesCommand({ ...others, MaxCount, MinCount }));
    expect(third.Instances?.[0]?.InstanceId).toBe(first.Instances?.[0]?.InstanceId);
    await expect(run({ ClientToken, InstanceType: 't3.large' })).rejects.toMatchObject({
      name: 'IdempotentParameterMismatch',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('resolves a template and its image', async () => {
    const { LaunchTemplateVersions } = await ec2.send(
      new DescribeLaunchTemplateVersionsCommand({
        LaunchTemplateName: 'sekisho-ops-server',
        Versions: ['$Default'],
        ResolveAlias: true,
      }),
    );
    const [version] = LaunchTemplateVersions ?? [];
    expect(version).toMatchObject({ VersionNumber: 2, DefaultVersion: true });
    const { Images } = await ec2.send(
      new DescribeImagesCommand({ ImageIds: [version?.LaunchTemplateData?.ImageId ?? ''] }),
    );
    expect(Date.parse(Images?.[0]?.CreationDate ?? '')).toBeLessThan(Date.now());
  });

  it.each([
    ['throttle', 'RequestLimitExceeded', 503],
    ['capacity', 'InsufficientInstanceCapacity', 500],
    ['denied', 'UnauthorizedOperation', 403],
  ])('says a %s as AWS does', async (kind, name, httpStatusCode) => {
    await scratch.control('faults', { faults: [{ kind }] });
    await expect(run({})).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  it('hangs up when the answer is lost, having launched', async () => {
    await scratch.control('faults', { faults: [{ kind: 'lost-answer', times: 1 }] });
    const lost = await run({ ClientToken: 'lost' }).catch((error: unknown) => error);
    expect(lost).toMatchObject({ code: 'ECONNRESET' });
    const Filters = [{ Name: 'client-token', Values: ['lost'] }];
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ Filters }));
    expect(Reservations).toHaveLength(1);
  });

  it('refuses what it does not model rather than to ignore it', async () => {
    await expect(run({ KernelId: 'aki-1' })).rejects.toMatchObject({ name: 'UnknownParameter' });
  });

  it('says that a dry run would have succeeded', async () => {
    await expect(run({ DryRun: true })).rejects.toMatchObject({
      name: 'DryRunOperation',
      $metadata: { httpStatusCode: 412 },
    });
  });
});
