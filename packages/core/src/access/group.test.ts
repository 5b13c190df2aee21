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
