import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import { DescribeSessionsCommand, StartSessionCommand } from '@aws-sdk/client-ssm';
import { createInProcessCloud, createRng } from '@sekisho/practice/aws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { createAwsOpsCloud } from '../../src/index.ts';
import { account, type Hands, type House, openHouse, place, roleArn } from './house.ts';
import { refused } from './refused.ts';

/** The whole domain in a member account, whose role has the generated policy and nothing else. */
const clock = turnableClock();
const failures: unknown[] = [];
let house: House;
let world: TestWorld;
let cloud: ReturnType<typeof createAwsOpsCloud>;

beforeAll(async () => {
  house = await openHouse({ clock: () => clock.now().getTime() });
  cloud = createAwsOpsCloud({
    endpoint: house.url,
    credentials: { accessKeyId: account, secretAccessKey: 'practice' },
    installation: place.installation,
    schedulerRoleArn: roleArn(place.schedulerRole),
    requestTimeoutMs: 25_000,
    now: () => clock.now(),
  });
  const now = () => clock.now().getTime();
  const config = practiceConfig((yaml) =>
    yaml
      .replace('installation: practice', `installation: ${place.installation}`)
      .replace(roleArn('sekisho'), roleArn('sekisho-member')),
  );
  world = await createWorld({
    ...{ config, clock, database: await openTestDatabase() },
    cloud: { ...createInProcessCloud({ now, rng: createRng(1).next }), ...cloud },
    onFailure: (_what, error) => failures.push(error),
  });
});
afterAll(async () => {
  cloud.close();
  await world.database.close();
  await house.close();
});

const reason = 'look at the queue';
const schedules = async () =>
  (await house.owner.scheduler.send(new ListSchedulesCommand({}))).Schedules ?? [];

async function serverOf(lease: string) {
  const Filters = [{ Name: 'tag:sekisho:lease', Values: [lease] }];
  const { Reservations = [] } = await house.owner.ec2.send(
    new DescribeInstancesCommand({ Filters }),
  );
  const [instance] = Reservations.flatMap(({ Instances }) => Instances ?? []);
  return { id: instance?.InstanceId ?? '', state: instance?.State?.Name };
}

async function openSessions(Target: string): Promise<number> {
  const Filters = [{ key: 'Target' as const, value: Target }];
  const command = new DescribeSessionsCommand({ State: 'Active', Filters });
  return (await house.owner.ssm.send(command)).Sessions?.length ?? 0;
}

const holder = (id: string) => house.as('engineer', id, { 'sekisho:holder': id });
const connect = (hands: Hands, Target: string) =>
  hands.ssm.send(new StartSessionCommand({ Target }));

it('starts, uses, extends, hands over and stops a server by the generated policies alone', async () => {
  const wish = { environment: 'staging', for: '30m', reason };
  const { id } = await world.as('engineer', 'ops.start', wish);
  await world.live(5);
  const server = await serverOf(id);
  const lease = await world.as('engineer', 'ops.show', { id });
  expect([lease.state, server.state]).toEqual(['active', 'running']);

  const [taro, hanako] = [await holder('engineer'), await holder('sre')];
  await connect(taro, server.id);
  await refused(connect(hanako, server.id), 'ssm:StartSession', server.id);
  const extended = await world.as('engineer', 'ops.extend', { id, by: '10m' });
  await world.live(5);
  expect(Date.parse(extended.deadline ?? '')).toBe(Date.parse(lease.deadline ?? '') + 600_000);

  expect(await openSessions(server.id)).toBe(1);
  await world.as('engineer', 'ops.handover', { id, to: 'sre' });
  await world.live(5);
  expect(await openSessions(server.id)).toBe(0);
  await refused(connect(taro, server.id), 'ssm:StartSession', server.id);
  await connect(hanako, server.id);

  await world.as('sre', 'ops.stop', { id });
  await world.live(5);
  const ended = await world.as('sre', 'ops.show', { id });
  expect([ended.state, (await serverOf(id)).state]).toEqual(['ended', 'terminated']);
  // A target that has ended is watched for a while; then its switch goes.
  await world.live(1200);
  expect(await schedules()).toEqual([]);
  expect(failures).toEqual([]);
});

it('ends a server by its switch, with the scheduler’s role, although Sekisho is dead', async () => {
  const { id } = await world.as('engineer', 'ops.start', {
    ...{ environment: 'staging', for: '30m', reason },
  });
  await world.live(5);
  const { hardMaximum } = await world.as('engineer', 'ops.show', { id });
  const left = (Date.parse(hardMaximum ?? '') - clock.now().getTime()) / 1000;
  clock.turn(left - 1);
  expect((await serverOf(id)).state).toBe('running');
  clock.turn(2);
  expect((await serverOf(id)).state).toBe('terminated');
});
