import {
  CreateTagsCommand,
  DeleteTagsCommand,
  RebootInstancesCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import {
  GetParametersCommand,
  PutParameterCommand,
  StartSessionCommand,
  TerminateSessionCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hands, type House, launchOf, openHouse, place, roleArn } from './house.ts';
import { refused } from './refused.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ours = (holder = 'hanako') => ({
  'sekisho:installation': 'contract',
  'sekisho:lease': 'ops-1',
  'sekisho:holder': holder,
});
const foreign = { 'sekisho:installation': 'another', 'sekisho:lease': 'ops-1' };
const tag = (id: string, tags: Readonly<Record<string, string>>) => {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return new CreateTagsCommand({ Resources: [id], Tags });
};

describe('the role of Sekisho', () => {
  let bot: Hands;
  beforeAll(async () => {
    bot = await house.as('sekisho-member', 'sekisho-contract');
  });
  const run = (more: Partial<RunInstancesCommandInput>, tags: Record<string, string> = ours()) =>
    bot.ec2.send(new RunInstancesCommand({ ...launchOf(tags), ...more }));

  it('launches from a named template what bears its marks', async () => {
    expect((await run({})).Instances).toHaveLength(1);
  });

  it('launches nothing unmarked, or marked as another installation’s', async () => {
    await refused(run({}, {}), 'ec2:RunInstances', 'instance/*');
    await refused(run({}, { ...ours(), 'sekisho:installation': 'another' }), 'ec2:RunInstances');
    const { 'sekisho:holder': _, ...nobodys } = ours();
    await refused(run({}, nobodys), 'ec2:RunInstances', 'instance/*');
    const [first] = launchOf(ours()).TagSpecifications ?? [];
    await refused(run({ TagSpecifications: [first!] }), 'ec2:RunInstances', 'volume/*');
  });

  it('launches nothing without the template, from another one, or with another image or network', async () => {
    const ImageId = 'ami-0123456789abcdef0';
    await refused(run({ LaunchTemplate: undefined, ImageId }), 'ec2:RunInstances', 'image/');
    await refused(run({ ImageId }), 'ec2:RunInstances', ImageId);
    await refused(run({ SubnetId: 'subnet-0123' }), 'ec2:RunInstances', 'subnet/subnet-0123');
    const other = { LaunchTemplateId: 'lt-0123456789abcdef0' };
    await refused(run({ LaunchTemplate: other }), 'ec2:RunInstances', other.LaunchTemplateId);
    const open = { HttpTokens: 'optional' } as const;
    await refused(run({ MetadataOptions: open }), 'ec2:RunInstances', 'instance/*');
  });

  it('launches another image only when the pipeline marked it, and marks none itself', async () => {
    const marked = 'ami-02222222222220001';
    expect((await run({ ImageId: marked })).Instances?.[0]?.ImageId).toBe(marked);
    await refused(
      run({ ImageId: marked, LaunchTemplate: undefined }),
      'ec2:RunInstances',
      'image/',
    );
    await refused(bot.ec2.send(tag(marked, { 'sekisho:image': 'ops-server' })), 'ec2:CreateTags');
  });

  it('reads where images are published, writes nothing there, and reads no other parameter', async () => {
    const read = (Name: string) => bot.ssm.send(new GetParametersCommand({ Names: [Name] }));
    const folder = '/sekisho/images/ops-server';
    expect((await read(`${folder}/current`)).Parameters).toHaveLength(1);
    await refused(read('/database/password'), 'ssm:GetParameters', 'parameter/database/password');
    const Value = 'ami-0123456789abcdef0';
    const write = new PutParameterCommand({ Name: `${folder}/current`, Value, Overwrite: true });
    await refused(bot.ssm.send(write), 'ssm:PutParameter', 'current');
  });

  it('is told by a dry run what it may do, and does nothing', async () => {
    await expect(run({ DryRun: true })).rejects.toMatchObject({ name: 'DryRunOperation' });
    await refused(run({ DryRun: true }, {}), 'ec2:RunInstances', 'instance/*');
  });

  it('passes one role to servers and one to schedules, and no other', async () => {
    const profile = { Name: 'administrator' };
    await refused(run({ IamInstanceProfile: profile }), 'iam:PassRole', 'role/administrator');
    const schedule = (role: string, name = 'sekisho-ops-1') =>
      bot.scheduler.send(
        new CreateScheduleCommand({
          Name: name,
          ScheduleExpression: 'at(2099-01-01T00:00:00)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: {
            Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
            RoleArn: roleArn(role),
            Input: JSON.stringify({
              DocumentName: 'Sekisho-TerminateLease',
              Parameters: { Lease: ['ops-1'], Installation: ['contract'] },
            }),
          },
        }),
      );
    await refused(schedule('administrator'), 'iam:PassRole', 'role/administrator');
    await refused(schedule('sekisho-ops-server'), 'iam:PassRole');
    await refused(schedule('sekisho-scheduler', 'nightly'), 'scheduler:CreateSchedule');
    await schedule('sekisho-scheduler');
  });

  it('ends, stops, reboots and tags its own, and nothing of others', async () => {
    const [own, other] = [await house.launch(ours()), await house.launch(foreign)];
    const InstanceIds = [other];
    await refused(
      bot.ec2.send(new TerminateInstancesCommand({ InstanceIds })),
      'ec2:TerminateInstances',
    );
    await refused(bot.ec2.send(new StopInstancesCommand({ InstanceIds })), 'ec2:StopInstances');
    await refused(bot.ec2.send(new RebootInstancesCommand({ InstanceIds })), 'ec2:RebootInstances');
    await refused(bot.ec2.send(tag(other, { 'sekisho:holder': 'taro' })), 'ec2:CreateTags');
    const both = { InstanceIds: [own, other] };
    await refused(bot.ec2.send(new TerminateInstancesCommand(both)), 'ec2:TerminateInstances');
    await bot.ec2.send(new TerminateInstancesCommand({ InstanceIds: [own] }));
  });

  it('changes holder and hard maximum, and neither another tag nor its mark', async () => {
    const [own, other] = [await house.launch(ours()), await house.launch({})];
    await bot.ec2.send(tag(own, { 'sekisho:holder': 'taro', 'sekisho:hard-maximum': 'soon' }));
    await refused(bot.ec2.send(tag(own, { Name: 'mine' })), 'ec2:CreateTags');
    await refused(bot.ec2.send(tag(own, foreign)), 'ec2:CreateTags', 'explicit deny');
    await refused(bot.ec2.send(tag(other, ours())), 'ec2:CreateTags', 'explicit deny');
    const Tags = [{ Key: 'sekisho:installation' }];
    const unmark = new DeleteTagsCommand({ Resources: [own], Tags });
    await refused(bot.ec2.send(unmark), 'ec2:DeleteTags', 'explicit deny');
  });

  it('opens no session, also on its own servers', async () => {
    const start = new StartSessionCommand({ Target: await house.launch(ours()) });
    await refused(bot.ssm.send(start), 'ssm:StartSession', 'explicit deny');
  });
});

describe('a holder', () => {
  const person = (name: string, tags: Record<string, string> = { 'sekisho:holder': name }) =>
    house.as('engineer', name, tags);
  const open = (hands: Hands, Target: string, DocumentName?: string, host?: string) => {
    const Parameters = host === undefined ? {} : { host: [host], portNumber: ['5432'] };
    return hands.ssm.send(new StartSessionCommand({ Target, DocumentName, Parameters }));
  };

  it('opens sessions on their own server, by the documents that are allowed', async () => {
    const hanako = await person('hanako');
    const server = await house.launch(ours());
    await open(hanako, server);
    await open(hanako, server, place.forwardDocument, 'db.example.internal');
    for (const other of ['AWS-StartPortForwardingSessionToRemoteHost', 'AWS-StartSSHSession']) {
      await refused(open(hanako, server, other), 'ssm:StartSession', 'document/');
    }
    await refused(open(hanako, await house.launch(foreign)), 'ssm:StartSession');
  });

  it('forwards to listed hosts, and so not to the metadata service', async () => {
    const hanako = await person('hanako');
    const server = await house.launch(ours());
    for (const host of ['169.254.169.254', '0xa9fea9fe', 'fd00:ec2::254', 'db.example.org']) {
      const asked = open(hanako, server, place.forwardDocument, host);
      await expect(asked).rejects.toMatchObject({ name: 'InvalidParameters' });
    }
  });

  it('opens none on another engineer’s, and whoever has no tag opens none at all', async () => {
    const server = await house.launch(ours());
    await refused(open(await person('taro'), server), 'ssm:StartSession', server);
    await refused(open(await person('nobody', {}), server), 'ssm:StartSession', server);
    const unheld = await house.launch({ 'sekisho:installation': 'contract' });
    await refused(open(await person('nobody', {}), unheld), 'ssm:StartSession', unheld);
  });

  it('loses the server with the tag, which nobody of them can write', async () => {
    const [hanako, taro] = [await person('hanako'), await person('taro')];
    const server = await house.launch(ours());
    await refused(taro.ec2.send(tag(server, { 'sekisho:holder': 'taro' })), 'ec2:CreateTags');
    await house.owner.ec2.send(tag(server, { 'sekisho:holder': 'taro' }));
    await refused(open(hanako, server), 'ssm:StartSession', server);
    await open(taro, server);
  });

  it('ends their own sessions, and nobody else’s', async () => {
    const [hanako, taro] = [await person('hanako'), await person('taro')];
    const { SessionId } = await open(hanako, await house.launch(ours()));
    const end = (hands: Hands) => hands.ssm.send(new TerminateSessionCommand({ SessionId }));
    await refused(end(taro), 'ssm:TerminateSession');
    await end(hanako);
  });
});

describe('an ops server', () => {
  it('writes its heartbeat on itself, and no other tag, and on no other instance', async () => {
    const [one, other] = [await house.launch(ours()), await house.launch(ours('taro'))];
    const itself = await house.asInstance(one);
    const beat = { 'sekisho:heartbeat': '2026-05-01T00:00:00Z' };
    await itself.ec2.send(tag(one, beat));
    await refused(itself.ec2.send(tag(other, beat)), 'ec2:CreateTags', other);
    for (const more of [{ 'sekisho:holder': 'taro' }, { ...beat, 'sekisho:lease': 'ops-2' }]) {
      await refused(itself.ec2.send(tag(one, more)), 'ec2:CreateTags', one);
    }
    const elsewhere = await house.as('sekisho-ops-server', one);
    await refused(elsewhere.ec2.send(tag(one, beat)), 'ec2:CreateTags');
    const terminate = new TerminateInstancesCommand({ InstanceIds: [one] });
    await refused(itself.ec2.send(terminate), 'ec2:TerminateInstances');
  });
});
