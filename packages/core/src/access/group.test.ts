import { expect, it } from 'vitest';
import { practiceDirectory, useBench } from '../../../../test/support/engine-bench.ts';

const bench = useBench((yaml) =>
  yaml.replace(
    'permissionSets: [PowerUserAccess]',
    'permissionSets: [{ name: PowerUserAccess, viaGroup: engineers }]',
  ),
);
const wish = { permissionSet: 'PowerUserAccess', account: 'sandbox', for: '1h', reason: 'look' };
const members = () =>
  [...bench.cloud.world.directory.memberships.values()]
    .filter(({ groupId }) => groupId === practiceDirectory.groupId('engineers'))
    .map(({ userId }) => userId);
const switches = () =>
  [...bench.cloud.world.schedules.values()].filter(({ name }) => name.startsWith('sekisho-access'));
const ken = practiceDirectory.userId('ken.watanabe');

it('lends by a group where an assignment is not the way, with a switch, and keeps those who were in it', async () => {
  const before = members();
  expect(before).not.toContain(ken);
  const { id, group } = await bench.as('sre2', 'access.request', wish);
  expect(group).toBe('engineers');
  await bench.live(30);
  expect((await bench.as('sre', 'access.show', { id })).state).toBe('active');
  expect(members()).toContain(ken);
  expect(switches()).toHaveLength(1);
  const other = await bench.as('engineer', 'access.request', wish);
  await bench.live(3600 + 120);
  expect((await bench.as('sre', 'access.show', { id: other.id })).state).toBe('ended');
  expect(members()).toEqual(before);
  await bench.live(3600);
  expect(switches()).toEqual([]);
});

it('takes a member out by the switch although Sekisho is dead', async () => {
  await bench.as('sre2', 'access.request', wish);
  await bench.live(30);
  bench.pass(10 * 3600);
  expect(members()).not.toContain(ken);
});

it('ends where somebody deleted the group in AWS, and only where it is gone', async () => {
  const lend = async () => {
    const { id } = await bench.as('sre2', 'access.request', wish);
    await bench.live(30);
    return id;
  };
  const state = async (id: string) => (await bench.as('sre', 'access.show', { id })).state;
  const { groups } = bench.cloud.world.directory;
  const gone = await lend();
  const groupId = practiceDirectory.groupId('engineers');
  const group = groups.get(groupId);
  groups.drop(groupId);
  bench.fault({ kind: 'denied', operations: ['ListGroups'], times: 1000 });
  await bench.live(5 * 60);
  expect(await state(gone)).toBe('active');
  bench.fault();
  await bench.live(5 * 60);
  expect(await state(gone)).toBe('ended');
  if (group === undefined) throw new Error('practice has the group');
  groups.put(groupId, group);
});
