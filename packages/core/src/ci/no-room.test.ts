import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CiWorld, createCiWorld } from '../../test/ci.ts';
import { documentOf } from './policies/document.ts';
import { endedPolicy } from './policies/index.ts';

const place = { account: '222222222222', region: 'us-east-1' };
const roleName = 'sekisho-ci-apply';
const anything = 'iam:CreateRole';

let world: CiWorld;
beforeAll(async () => {
  world = await createCiWorld();
});
afterAll(() => world.database.close());

/** Lets the owner's own policy fill the role but for so many characters. */
async function leaveRoom(characters: number): Promise<void> {
  const roleArn = `arn:aws:iam::${place.account}:role/${roleName}`;
  const seen = await world.aws.role({ environment: 'staging', ...place }, roleArn, '');
  const others = Object.entries(seen?.policies ?? {}).filter(
    ([name]) => name !== 'owners-own' && !name.startsWith('sekisho-'),
  );
  const used = others.reduce((sum, [, policy]) => sum + JSON.stringify(policy).length, 0);
  const empty = documentOf([{ Effect: 'Allow', Action: '', Resource: '*' }]).length;
  const Action = `s3:${'x'.repeat(10_240 - used - empty - 's3:'.length - characters)}`;
  world.aws.send(place, 'PutRolePolicy', {
    ...{ RoleName: roleName, PolicyName: 'owners-own' },
    PolicyDocument: documentOf([{ Effect: 'Allow', Action, Resource: '*' }]),
  });
}

async function lent(run: string) {
  const { lease } = await world.exchange({}, { run_id: run });
  await world.as('sre', 'lease.approve', { id: lease });
  await world.live(30);
  const { credentials } = await world.exchange({}, { run_id: run });
  if (credentials === null) throw new Error('no credentials');
  const works = () => world.aws.mayDo(credentials, anything);
  return { lease, works, show: () => world.as('sre', 'lease.show', { id: lease }) };
}

it('a lease that there is no room to deny is not told as ended: it says why, pages, and ends once there is room', async () => {
  const { lease, works, show } = await lent('1001');
  await leaveRoom(60);
  await world.as('sre', 'ci.stop', { id: lease, reason: 'leak' });
  await world.live(5);
  expect(await show()).toMatchObject({ state: 'revoking', missing: 'policies-full' });
  expect(works()).toBe(true);
  world.clock.turn(5 * 60);
  await world.live(35);
  expect(await show()).toMatchObject({
    ...{ state: 'revoking', stuck: true, missing: 'policies-full' },
  });
  await leaveRoom(1000);
  await world.live(40);
  expect(works()).toBe(false);
  expect(await show()).toMatchObject({ state: 'ended', stuck: false });
});

it('of several, those are denied for whom there is room, and none is told as ended before all are', async () => {
  const [first, second] = [await lent('2001'), await lent('2002')];
  const third = await lent('2003');
  const ended = [{ lease: first.lease, sessionsUntil: world.clock.now().toISOString() }];
  const order = { ended, live: [], now: world.clock.now().toISOString(), room: 10_240 };
  await leaveRoom((endedPolicy(order).document?.length ?? 0) + 5);
  await world.as('sre', 'ci.stop', { id: first.lease, reason: 'leak' });
  await world.as('sre', 'ci.stop', { id: second.lease, reason: 'leak' });
  await world.live(5);
  expect([first.works(), second.works()].filter(Boolean)).toHaveLength(1);
  for (const { show } of [first, second])
    expect(await show()).toMatchObject({ state: 'revoking', missing: 'policies-full' });
  expect(third.works()).toBe(true);
  // What nothing denies dies by itself within the hour, and only then it is over.
  world.clock.turn(3600);
  await world.live(40);
  expect([first.works(), second.works()]).toEqual([false, false]);
  for (const { show } of [first, second]) expect((await show()).state).toBe('ended');
});
