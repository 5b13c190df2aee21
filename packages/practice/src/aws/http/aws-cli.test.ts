import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasAwsCommand, runAws } from '../testing/aws-command.ts';
import { type Scratch, startScratch } from '../testing/scratch.ts';

const hasCli = hasAwsCommand();
if (!hasCli) console.warn('SKIPPED: no aws command on the path');

let scratch: Scratch;

const aws = (...args: string[]) => runAws(scratch.aws.url, args);

const target = JSON.stringify({
  Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
  RoleArn: 'arn:aws:iam::222222222222:role/switch',
  Input: JSON.stringify({
    DocumentName: 'AWS-TerminateEC2Instance',
    TargetParameterName: 'InstanceId',
    Targets: [{ Key: 'tag:sekisho:lease', Values: ['L1'] }],
  }),
});

describe.skipIf(!hasCli)('the real aws command', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    scratch = await startScratch();
  });
  afterAll(() => scratch.close());

  it('launches, lists page by page, and terminates', async () => {
    const template = 'LaunchTemplateName=sekisho-ops-server,Version=$Default';
    const tags = 'ResourceType=instance,Tags=[{Key=sekisho:lease,Value=L1}]';
    const launch = ['--launch-template', template, '--tag-specifications', tags];
    await aws('ec2', 'run-instances', '--count', '7', ...launch);
    const query = 'Reservations[].Instances[].InstanceId';
    const pages = ['--page-size', '5', '--filters', 'Name=tag:sekisho:lease,Values=L1'];
    const ids = await aws('ec2', 'describe-instances', ...pages, '--query', query);
    expect(ids).toHaveLength(7);
    const ended = await aws('ec2', 'terminate-instances', '--instance-ids', ...(ids as string[]));
    expect(ended).toMatchObject({
      TerminatingInstances: (ids as string[]).map((InstanceId) => ({ InstanceId })),
    });
  });

  it('says who it is, and reads agents and sessions', async () => {
    expect(await aws('sts', 'get-caller-identity')).toMatchObject({ Account: '222222222222' });
    expect(await aws('ssm', 'describe-instance-information')).toHaveProperty(
      'InstanceInformationList',
    );
    expect(await aws('ssm', 'describe-sessions', '--state', 'Active')).toEqual({ Sessions: [] });
  });

  it('makes and shows a schedule', async () => {
    const when = ['--schedule-expression', 'at(2099-01-01T00:00:00)'];
    const window = ['--flexible-time-window', 'Mode=OFF'];
    const create = ['--name', 'switch', ...when, ...window, '--target', target];
    await aws('scheduler', 'create-schedule', ...create);
    const shown = await aws('scheduler', 'get-schedule', '--name', 'switch');
    expect(shown).toMatchObject({ Target: JSON.parse(target), State: 'ENABLED' });
  });

  it('reads Identity Center, its directory and the organization, as the management account', async () => {
    const keys = { AccessKeyId: '444444444444', SecretAccessKey: 'practice' };
    const manage = (...args: string[]) => runAws(scratch.aws.url, args, keys);
    const { Instances } = (await manage('sso-admin', 'list-instances')) as {
      Instances: { IdentityStoreId: string }[];
    };
    const store = ['--identity-store-id', Instances[0]?.IdentityStoreId ?? ''];
    const names = ['--query', 'Users[].UserName'];
    const users = await manage(
      'identitystore',
      'list-users',
      ...store,
      ...names,
      '--page-size',
      '4',
    );
    expect(users).toContain('taro.suzuki');
    expect(users).toHaveLength(6);
    expect(await manage('organizations', 'list-accounts')).toHaveProperty('Accounts');
    await expect(aws('sso-admin', 'list-instances')).rejects.toThrow(/AccessDeniedException/);
  });

  it('is told of errors by their names', async () => {
    const missing = ['--instance-ids', 'i-00000000000000000'];
    await expect(aws('ec2', 'describe-instances', ...missing)).rejects.toThrow(
      /InvalidInstanceID\.NotFound/,
    );
    await expect(aws('scheduler', 'get-schedule', '--name', 'none')).rejects.toThrow(
      /ResourceNotFoundException/,
    );
    await expect(aws('ssm', 'start-session', '--target', 'i-00000000000000000')).rejects.toThrow(
      /TargetNotConnected|SessionManagerPlugin/,
    );
  });
});
