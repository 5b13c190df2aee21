import type { Config } from '@sekisho/config';
import { expect, it, vi } from 'vitest';
import { practiceDirectory, useBench } from '../../../../../test/support/engine-bench.ts';
import { refusal } from '../../../test/leases.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench(
  (yaml) => `${yaml}\ndirectory: { groups: { production-readers: readers, none: x } }\n`,
);
const reading = async (seconds = 900) => {
  bench.clock.turn(seconds);
  await bench.core.runLoops();
};
const groupsOf = async (who: string) =>
  (await bench.as('sre', 'people.list', {})).find(({ id }) => id === who)?.groups;
const told = async () =>
  (await bench.as('sre', 'timeline.list', { limit: 100 }))
    .filter(({ action }) => action.startsWith('directory.'))
    .map(({ action, subject }) => `${action} ${subject ?? ''}`.trim())
    .toReversed();
const directory = () => bench.cloud.world.directory;
const change = (userName: string, enabled: boolean) => {
  const id = practiceDirectory.userId(userName);
  const row = directory().users.get(id);
  if (row !== undefined) directory().users.put(id, { ...row, enabled });
};

const lendBy = (config: Config, viaGroup: string | null): Config => {
  if (config.access === null) throw new Error('practice lends permission sets');
  const accounts = config.access.accounts.map((account) => ({
    ...account,
    sets: account.sets.map((set) => (account.name === 'sandbox' ? { ...set, viaGroup } : set)),
  }));
  return { ...config, access: { ...config.access, accounts } };
};
const readsGroup = (config: Config, from: string, to: string): Config => {
  if (config.directory === null) throw new Error('the test reads a directory');
  return { ...config, directory: { ...config.directory, groups: new Map([[from, to]]) } };
};

it('puts people into groups as the directory has them, and takes them out, with an entry for each', async () => {
  expect(await groupsOf('auditor')).toEqual(['audit']);
  await reading();
  expect(await groupsOf('auditor')).toEqual(['audit', 'readers']);
  for (const [key, row] of directory().memberships.entries())
    if (row.userId === practiceDirectory.userId('ichiro.kansa')) directory().memberships.drop(key);
  await reading();
  expect(await groupsOf('auditor')).toEqual(['audit']);
  await reading();
  expect(await told()).toEqual([
    ...['directory.joined auditor', 'directory.joined sre', 'directory.joined sre2'],
    ...['directory.problem none', 'directory.left auditor'],
  ]);
});

it('refuses whoever is deactivated there, at once and at the grant of what they asked for before', async () => {
  const wish = { permissionSet: 'ReadOnly', account: 'production', for: '1h', reason: 'look' };
  const { id } = await bench.as('engineer', 'access.request', wish);
  change('taro.suzuki', false);
  await reading();
  expect(await refusal(bench.as('engineer', 'access.request', wish))).toBe('read-only');
  await bench.as('sre', 'lease.approve', { id }).catch(() => undefined);
  await bench.live(60);
  expect((await bench.as('sre', 'lease.show', { id })).state).not.toBe('active');
  change('taro.suzuki', true);
  await reading();
  expect(await told()).toContain('directory.activated engineer');
  await bench.as('engineer', 'access.request', { ...wish, account: 'staging' });
});

it('gives no group to whoever only borrows their place in it, though the file no longer says that it is lent', async () => {
  bench.configure((config) => lendBy(config, 'engineers'));
  const wish = { permissionSet: 'PowerUserAccess', account: 'sandbox', for: '1h', reason: 'look' };
  const { id } = await bench.as('sre2', 'access.request', wish);
  await bench.live(30);
  bench.configure((config) => readsGroup(lendBy(config, null), 'engineers', 'readers'));
  await reading();
  expect(await groupsOf('engineer')).toContain('readers');
  expect(await groupsOf('sre2')).not.toContain('readers');
  await bench.as('sre2', 'access.return', { id });
  await bench.live(120);
  await reading();
  expect(await groupsOf('sre2')).not.toContain('readers');
});

it('gives nothing any more by what was read a day ago, and says so once', async () => {
  await reading();
  bench.fault({ kind: 'denied', operations: ['ListUsers'] });
  await reading(23 * 3600);
  expect(await groupsOf('auditor')).toEqual(['audit', 'readers']);
  await reading(2 * 3600);
  expect(await groupsOf('auditor')).toEqual(['audit']);
  await reading();
  expect((await told()).filter((line) => line === 'directory.stale')).toHaveLength(1);
  expect(await bench.ordered('page')).toEqual([expect.stringMatching(/^page:directory-stale:/)]);
});

it('holds the members of a group that was renamed for a day, pages once, and lets go of them then', async () => {
  await reading();
  const [key, group] =
    [...directory().groups.entries()].find(([, each]) => each.name === 'production-readers') ?? [];
  if (key === undefined || group === undefined) throw new Error('practice has the group');
  directory().groups.put(key, { ...group, name: 'readers of production' });
  await reading();
  await reading(22 * 3600);
  expect(await groupsOf('auditor')).toEqual(['audit', 'readers']);
  expect(await bench.ordered('page')).toEqual([
    expect.stringMatching(/^page:directory-group-gone:production-readers:/),
  ]);
  await reading(2 * 3600);
  expect(await groupsOf('auditor')).toEqual(['audit']);
  directory().groups.put(key, group);
  await reading();
  expect(await groupsOf('auditor')).toEqual(['audit', 'readers']);
});

it('takes nothing away by a directory in which nobody is', async () => {
  await reading();
  const { users } = directory();
  for (const [key] of [...users.entries()]) users.drop(key);
  await reading();
  expect(await groupsOf('auditor')).toEqual(['audit', 'readers']);
});
