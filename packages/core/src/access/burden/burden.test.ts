import { expect, it, vi } from 'vitest';
import { practiceDirectory, useBench } from '../../../../../test/support/engine-bench.ts';
import { practiceConfig } from '../../../../../test/support/world.ts';

vi.setConfig({ testTimeout: 120_000 });

const sets = '[ReadOnly, { name: AdministratorAccess, groups: [sre] }]';
const declared =
  '[{ name: ReadOnly, groups: [sre], standingGroups: [production-readers] }, { name: AdministratorAccess, groups: [sre] }]';
const lentByGroup = (yaml: string) =>
  yaml.replace(
    'permissionSets: [PowerUserAccess]',
    'permissionSets: [{ name: PowerUserAccess, viaGroup: engineers }]',
  );
const bench = useBench((yaml) => lentByGroup(yaml.replace(sets, declared)));
const production = '111111111111';
const day = 24 * 3600;
const borrow = async () => {
  const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '1h', reason: 'look' };
  await bench.as('engineer', 'access.request', wish);
  await bench.live(60);
};
const seen = async (input = {}) => {
  const answer = await bench.as('sre', 'access.burden', input);
  const of = (accountName: string, permissionSet: string) =>
    answer.sets.find(
      (set) => set.accountName === accountName && set.permissionSet === permissionSet,
    );
  return { ...answer, of };
};

it('tells who has what without a lease, apart from what a lease gives', async () => {
  await borrow();
  const { of, people } = await seen();
  expect(of('production', 'ReadOnly')).toMatchObject({
    ...{ strong: 'approval', finding: 'standing-strong' },
    standing: [
      {
        kind: 'group',
        name: 'production-readers',
        people: ['sre', 'sre2', 'auditor'],
        declared: true,
      },
    ],
  });
  expect(of('production', 'AdministratorAccess')).toMatchObject({
    ...{ strong: 'name', finding: 'standing-strong' },
    standing: [{ kind: 'user', name: 'taro.suzuki', people: ['engineer'], declared: false }],
  });
  expect(of('staging', 'ReadOnly')).toMatchObject({
    ...{ strong: null, finding: 'in-use', standing: [] },
    lent: { times: 1, last: expect.stringContaining('2026-05-01') },
  });
  expect(people.find(({ person }) => person === 'engineer')).toEqual({
    ...{ person: 'engineer', known: true },
    sets: [{ accountName: 'production', permissionSet: 'AdministratorAccess', group: null }],
  });
});

it('proposes to lend what is strong, to take away what nothing explains and to drop what nobody borrowed', async () => {
  await borrow();
  await bench.live(3700);
  bench.clock.turn(91 * day);
  await borrow();
  const { of, proposal } = await seen();
  expect(of('staging', 'PowerUserAccess')).toMatchObject({ finding: 'unused', standing: [] });
  expect(of('staging', 'ReadOnly')?.lent.times).toBe(1);
  expect(proposal.changes.map((each) => [each.do, each.accountName, each.permissionSet])).toEqual([
    ['lend', 'production', 'ReadOnly'],
    ['unassign', 'production', 'AdministratorAccess'],
    ['drop', 'sandbox', 'PowerUserAccess'],
  ]);
  const smaller = practiceConfig((yaml) =>
    written(yaml.replace(sets, declared), proposal.map ?? ''),
  );
  expect(smaller.access?.accounts.map((each) => each.sets)).toMatchObject([
    [
      { name: 'ReadOnly', groups: ['sre'], standing: false, standingGroups: [] },
      { name: 'AdministratorAccess', groups: ['sre'] },
    ],
    [{ name: 'ReadOnly' }, { name: 'PowerUserAccess' }],
    [],
  ]);
});

it('keeps an unused set that a role of the map is switched to from', async () => {
  await borrow();
  const { assignments } = bench.cloud.world.directory;
  for (const [key, row] of assignments.entries())
    if (row.permissionSetArn === practiceDirectory.permissionSetArn('AdministratorAccess'))
      assignments.drop(key);
  bench.clock.turn(91 * day);
  const { of, proposal, rolesNotLookedAt } = await seen({ account: 'production' });
  expect(of('production', 'AdministratorAccess')?.finding).toBe('unused');
  expect(proposal.changes.map((each) => each.do)).toEqual(['lend']);
  expect(rolesNotLookedAt).toEqual([{ accountName: 'production', role: 'Deploy' }]);
});

it('drops nothing for not being lent before leases were written down, and says so', async () => {
  const { of, proposal, knows, recordsFrom } = await seen();
  expect(of('sandbox', 'PowerUserAccess')?.finding).toBe('unused');
  expect(proposal.changes.filter((each) => each.do === 'drop')).toEqual([]);
  expect(recordsFrom).toBeNull();
  expect(knows).toContainEqual(expect.stringContaining('Nothing was ever lent'));
  await borrow();
  bench.clock.turn(2 * day);
  expect((await seen()).proposal.changes.some((each) => each.do === 'drop')).toBe(false);
  expect((await seen({ since: '1d' })).proposal.changes.some((each) => each.do === 'drop')).toBe(
    true,
  );
});

it('tells of a set that somebody has although the map does not name it', async () => {
  const row = {
    account: production,
    permissionSetArn: practiceDirectory.permissionSetArn('PowerUserAccess'),
    principalType: 'USER' as const,
    principalId: practiceDirectory.userId('mika.mori'),
  };
  bench.cloud.world.directory.assignments.put('stray', row);
  const { of, people, proposal } = await seen();
  expect(of('production', 'PowerUserAccess')).toMatchObject({
    inMap: false,
    finding: 'not-in-map',
  });
  expect(people).toContainEqual(expect.objectContaining({ person: 'mika.mori', known: false }));
  const about = proposal.changes.filter(({ permissionSet }) => permissionSet === 'PowerUserAccess');
  expect(about).toMatchObject([{ do: 'unassign', account: production }]);
  expect(proposal.map).not.toContain('PowerUserAccess');
});

it('judges nothing of an account that does not answer', async () => {
  const operations = ['ListPermissionSetsProvisionedToAccount'];
  bench.fault({ kind: 'throttle', probability: 1, operations });
  const { unanswered, sets: judged, proposal } = await seen();
  expect(unanswered).toEqual(['production', 'staging', 'sandbox']);
  expect(judged).toEqual([]);
  expect(proposal).toEqual({ changes: [], map: null });
});

it('counts the members of a group that lends, but not those to whom it is lent', async () => {
  const { assignments, memberships } = bench.cloud.world.directory;
  assignments.put('lending', {
    account: '333333333333',
    permissionSetArn: practiceDirectory.permissionSetArn('PowerUserAccess'),
    principalType: 'GROUP',
    principalId: practiceDirectory.groupId('engineers'),
  });
  const wish = { permissionSet: 'PowerUserAccess', account: 'sandbox', for: '1h', reason: 'look' };
  await bench.as('sre2', 'access.request', wish);
  await bench.live(60);
  const before = (await seen({ account: 'sandbox' })).of('sandbox', 'PowerUserAccess');
  expect(before?.finding).toBe('standing-strong');
  expect(before?.standing).toMatchObject([{ people: ['engineer'], declared: false }]);
  for (const [key, { userId }] of memberships.entries())
    if (userId === practiceDirectory.userId('taro.suzuki')) memberships.drop(key);
  const after = (await seen({ account: 'sandbox' })).of('sandbox', 'PowerUserAccess');
  expect(after).toMatchObject({ finding: 'in-use', standing: [] });
});

/** The map with those permission sets that a proposal gives other ones. */
function written(yaml: string, map: string): string {
  const accounts = map.matchAll(/^ {4}id: "(\d+)"\n( {4}permissionSets:.*\n(?: {6}- .*\n)*)/gm);
  return [...accounts].reduce((text, [, id = '', block = '']) => {
    const line = new RegExp(
      `(id: '${id}'\\n(?: {4}(?:#|[a-z]+:) .*\\n)*?) {4}permissionSets: .*\\n`,
    );
    return text.replace(line, (_, head: string) => `${head}${block}`);
  }, yaml);
}
