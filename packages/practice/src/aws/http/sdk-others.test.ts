import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import {
  DescribeInstanceInformationCommand,
  DescribeSessionsCommand,
  GetConnectionStatusCommand,
  SSMClient,
  StartAutomationExecutionCommand,
  StartSessionCommand,
  TerminateSessionCommand,
} from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, startScratch } from '../testing/scratch.ts';

let scratch: Scratch;
const base = () => ({
  endpoint: scratch.aws.url,
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'practice', secretAccessKey: 'practice' },
  maxAttempts: 1,
});

beforeAll(async () => {
  scratch = await startScratch({ testMode: true });
});
beforeEach(() => scratch.control('faults', { faults: [] }));
afterAll(() => scratch.close());

async function launchIn(more: object = {}): Promise<string> {
  const client = new EC2Client({ ...base(), ...more });
  const LaunchTemplate = { LaunchTemplateName: 'sekisho-ops-server' };
  const input = { MinCount: 1, MaxCount: 1, LaunchTemplate };
  const { Instances } = await client.send(new RunInstancesCommand(input));
  return Instances?.[0]?.InstanceId ?? '';
}

describe('STS through the SDK as it is', () => {
  it('hands out credentials that act in the role’s account until they expire', async () => {
    const RoleArn = 'arn:aws:iam::111111111111:role/sekisho';
    const order = { RoleArn, RoleSessionName: 'sekisho', DurationSeconds: 900 };
    const { Credentials: given } = await new STSClient(base()).send(new AssumeRoleCommand(order));
    expect(given?.Expiration).toBeInstanceOf(Date);
    const credentials = {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    };
    const strong = new STSClient({ ...base(), credentials });
    expect(await strong.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '111111111111',
      Arn: 'arn:aws:sts::111111111111:assumed-role/sekisho/sekisho',
      UserId: expect.stringMatching(/^AROA.*:sekisho$/),
    });
    await scratch.control('clock', { advanceMs: 901_000 });
    await expect(strong.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('takes a key of twelve digits for that account, and any other for staging', async () => {
    const accountOf = async (accessKeyId: string) => {
      const credentials = { accessKeyId, secretAccessKey: 'x' };
      const client = new STSClient({ ...base(), credentials });
      return (await client.send(new GetCallerIdentityCommand({}))).Account;
    };
    expect(await accountOf('333333333333')).toBe('333333333333');
    expect(await accountOf('AKIAWHATEVER')).toBe('222222222222');
  });
});

describe('SSM through the SDK as it is', () => {
  it('lists agents, opens a session, lists and ends it', async () => {
    const ssm = new SSMClient(base());
    const Target = await launchIn();
    const Filters = [{ Key: 'InstanceIds', Values: [Target] }];
    const known = await ssm.send(new DescribeInstanceInformationCommand({ Filters }));
    expect(known.InstanceInformationList?.[0]?.LastPingDateTime).toBeInstanceOf(Date);
    const status = await ssm.send(new GetConnectionStatusCommand({ Target }));
    expect(status.Status).toBe('connected');
    const opened = await ssm.send(new StartSessionCommand({ Target, Reason: 'look' }));
    expect(opened.StreamUrl).toMatch(/^wss:/);
    const list = new DescribeSessionsCommand({
      State: 'Active',
      Filters: [{ key: 'Target', value: Target }],
    });
    expect((await ssm.send(list)).Sessions).toMatchObject([
      { SessionId: opened.SessionId, StartDate: expect.any(Date), Reason: 'look' },
    ]);
    await ssm.send(new TerminateSessionCommand({ SessionId: opened.SessionId }));
    expect((await ssm.send(list)).Sessions).toEqual([]);
  });

  it('says by name what went wrong', async () => {
    const ssm = new SSMClient(base());
    const start = new StartSessionCommand({ Target: 'i-00000000000000000' });
    await expect(ssm.send(start)).rejects.toMatchObject({ name: 'TargetNotConnected' });
    const run = new StartAutomationExecutionCommand({ DocumentName: 'Not-There' });
    await expect(ssm.send(run)).rejects.toMatchObject({
      name: 'AutomationDefinitionNotFoundException',
    });
    await scratch.control('faults', { faults: [{ kind: 'throttle' }] });
    await expect(ssm.send(start)).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('EventBridge Scheduler through the SDK as it is', () => {
  const input: CreateScheduleCommandInput = {
    Name: 'sekisho-L1',
    ScheduleExpression: 'at(2099-01-01T00:00:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
      RoleArn: 'arn:aws:iam::222222222222:role/switch',
      Input: JSON.stringify({
        DocumentName: 'Sekisho-TerminateLease',
        Parameters: { Lease: ['L1'], Installation: ['test'] },
      }),
    },
  };

  it('makes, shows, moves, lists and deletes', async () => {
    const scheduler = new SchedulerClient(base());
    const { ScheduleArn } = await scheduler.send(new CreateScheduleCommand(input));
    expect(ScheduleArn).toMatch(/:schedule\/default\/sekisho-L1$/);
    const ScheduleExpression = 'at(2098-01-01T00:00:00)';
    await scheduler.send(new UpdateScheduleCommand({ ...input, ScheduleExpression }));
    const { Name, Target } = input;
    const shown = await scheduler.send(new GetScheduleCommand({ Name, GroupName: 'default' }));
    expect(shown).toMatchObject({ ScheduleExpression, Target, CreationDate: expect.any(Date) });
    const listed = await scheduler.send(new ListSchedulesCommand({ NamePrefix: 'sekisho-' }));
    expect(listed.Schedules).toMatchObject([{ Name, Target: { Arn: Target?.Arn } }]);
    await scheduler.send(new DeleteScheduleCommand({ Name, GroupName: 'default' }));
    await expect(scheduler.send(new GetScheduleCommand({ Name }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('says by name what went wrong', async () => {
    const scheduler = new SchedulerClient(base());
    await scheduler.send(new CreateScheduleCommand(input));
    await expect(scheduler.send(new CreateScheduleCommand(input))).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
    const past = { ...input, Name: 'past', ScheduleExpression: 'at(2020-01-01T00:00:00)' };
    await expect(scheduler.send(new CreateScheduleCommand(past))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('has passed'),
    });
  });
});
