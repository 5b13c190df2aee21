import { expect, it, vi } from 'vitest';
import { practiceDirectory, useBench } from '../../../../test/support/engine-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench(
  (yaml) =>
    `${yaml}\ndirectory: { people: add, groups: { engineers: engineers }, every: 5m, staleAfter: 10m }\n`,
);
const directory = () => bench.cloud.world.directory;
const change = (userName: string, enabled: boolean) => {
  const id = practiceDirectory.userId(userName);
  const row = directory().users.get(id);
  if (row !== undefined) directory().users.put(id, { ...row, enabled });
  return id;
};
const reading = async () => {
  bench.clock.turn(300);
  await bench.core.runLoops();
};
async function join(who: string): Promise<string> {
  const wish = { team: 'sre', for: '2h', reason: 'an exchange' };
  const { id } = await bench.as(who, 'membership.request', wish);
  await bench.as('sre', 'lease.approve', { id });
  await bench.live(60);
  return id;
}
const show = (id: string) => bench.as('sre', 'membership.show', { id });

it('ends for somebody of the file who is deactivated in the directory', async () => {
  await reading();
  const id = await join('engineer');
  expect((await show(id)).state).toBe('active');
  change('taro.suzuki', false);
  await reading();
  await bench.live(120);
  const { state, ending, permissionSets } = await show(id);
  expect({ state, ending }).toEqual({ state: 'ended', ending: 'place-gone' });
  expect(permissionSets.map((part) => part.state)).toEqual(['ended', 'ended']);
});

it('of somebody whom the directory added lasts while it cannot be read, and ends when it says that they are gone', async () => {
  const userId = change('mika.mori', true);
  const groupId = practiceDirectory.groupId('engineers');
  directory().memberships.put('m', { id: 'm', groupId, userId });
  await reading();
  const people = await bench.as('sre', 'people.list', {});
  const added = people.find(({ id }) => id.startsWith('mika-mori-'))?.id ?? '';
  const id = await join(added);
  bench.fault({ kind: 'denied', operations: ['ListUsers'] });
  for (const _ of [1, 2, 3]) await reading();
  await bench.live(120);
  const now = await bench.as('sre', 'people.list', {});
  expect(now.map((person) => person.id)).not.toContain(added);
  expect((await show(id)).state).toBe('active');
  bench.fault();
  change('mika.mori', false);
  await reading();
  await bench.live(120);
  expect((await show(id)).ending).toBe('place-gone');
});
