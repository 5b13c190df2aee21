import { expect, it, vi } from 'vitest';
import { practiceDirectory, useBench } from '../../../../../test/support/engine-bench.ts';
import { writeRestored } from '../../platform/restored.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';

vi.setConfig({ testTimeout: 120_000 });

// Who has what in practice's production all the time, but for one assignment that nobody explains.
const bench = useBench((yaml) =>
  yaml
    .replace(
      '[ReadOnly, { name: AdministratorAccess, groups: [sre] }]',
      '[{ name: ReadOnly, standingGroups: [production-readers] }, { name: AdministratorAccess, groups: [sre] }]',
    )
    .replace(/^( {2}account: '444444444444')$/m, '$1\n  drift: { remove: true, grace: 2h }'),
);
const look = async () => {
  bench.clock.turn(601);
  await bench.core.runLoops();
  return bench.as('sre', 'access.drift', {});
};
const stray = {
  ...{ accountName: 'production', permissionSet: 'AdministratorAccess', principalKind: 'user' },
  ...{ principal: 'taro.suzuki', person: 'engineer' },
};

it('tells of what no lease and no standing access explains, once, and takes it away after the grace', async () => {
  const before = await bench.as('sre', 'access.drift', {});
  expect(before).toEqual({ lookedAt: null, unanswered: [], findings: [] });
  const wish = { permissionSet: 'PowerUserAccess', account: 'staging', for: '4h', reason: 'look' };
  await bench.as('engineer', 'access.request', wish);
  await bench.live(60);
  const first = await look();
  expect(first.findings).toEqual([expect.objectContaining(stray)]);
  expect((await look()).findings).toEqual(first.findings);
  const found = async (action: string) => {
    const entries = await bench.as('sre', 'timeline.list', {});
    return entries.filter((entry) => entry.action === action).length;
  };
  expect(await found('access.drift-found')).toBe(1);
  bench.clock.turn(2 * 3600);
  await look();
  expect(await found('access.drift-removed')).toBe(1);
  expect((await look()).findings).toEqual([]);
  expect(await found('access.drift-gone')).toBe(1);
  const left = [...bench.cloud.world.directory.assignments.values()];
  const taro = practiceDirectory.userId('taro.suzuki');
  expect(left.filter(({ principalId }) => principalId === taro)).toMatchObject([
    { account: '222222222222' },
  ]);
});

it('keeps what it knows of an account that does not answer', async () => {
  const first = await look();
  bench.fault({
    kind: 'throttle',
    probability: 1,
    operations: ['ListPermissionSetsProvisionedToAccount'],
  });
  const second = await look();
  expect(second.unanswered).toHaveLength(3);
  expect(second.findings).toEqual(first.findings);
});

it('asks again for a removal that failed, and tells of it once', async () => {
  const wish = { permissionSet: 'PowerUserAccess', account: 'staging', for: '4h', reason: 'look' };
  await bench.as('engineer', 'access.request', wish);
  await bench.live(60);
  await look();
  bench.fault({ kind: 'throttle', probability: 1, operations: ['DeleteAccountAssignment'] });
  bench.clock.turn(2 * 3600);
  const tried = await look();
  expect(tried.findings).toEqual([expect.objectContaining(stray)]);
  bench.fault();
  await look();
  await look();
  expect((await look()).findings).toEqual([]);
  const entries = await bench.as('sre', 'timeline.list', {});
  expect(entries.filter(({ action }) => action === 'access.drift-removed')).toHaveLength(1);
});

it('is no less strange because somebody borrows the same meanwhile: its grace goes on', async () => {
  const taro = practiceDirectory.userId('taro.suzuki');
  const permissionSetArn = practiceDirectory.permissionSetArn('ReadOnly');
  const byHand = { account: '222222222222', permissionSetArn, principalType: 'USER' as const };
  bench.cloud.world.directory.assignments.put('by hand', { ...byHand, principalId: taro });
  const found = async () =>
    (await look()).findings.filter(({ accountName }) => accountName === 'staging');
  const first = await found();
  expect(first).toHaveLength(1);
  const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '30m', reason: 'look' };
  const { id } = await bench.as('engineer', 'access.request', wish);
  await bench.live(60);
  expect(await found()).toEqual(first);
  bench.clock.turn(2 * 3600);
  await bench.live(60);
  expect((await bench.as('sre', 'access.show', { id })).state).toBe('ended');
  await look();
  const entries = await bench.as('sre', 'timeline.list', {});
  const removed = entries.filter(({ action }) => action === 'access.drift-removed');
  expect(removed.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ account: '222222222222', permissionSet: 'ReadOnly' }),
  );
});

it('takes nothing away from under a lease, however long it has been strange', async () => {
  const taro = practiceDirectory.userId('taro.suzuki');
  const permissionSetArn = practiceDirectory.permissionSetArn('ReadOnly');
  const byHand = { account: '222222222222', permissionSetArn, principalType: 'USER' as const };
  const { assignments } = bench.cloud.world.directory;
  assignments.put('by hand', { ...byHand, principalId: taro });
  await look();
  const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '4h', reason: 'look' };
  const { id } = await bench.as('engineer', 'access.request', wish);
  await bench.live(60);
  bench.clock.turn(2 * 3600);
  await look();
  await look();
  expect(assignments.get('by hand')).toBeDefined();
  expect((await bench.as('sre', 'access.show', { id })).state).toBe('active');
});

it('takes nothing away while the database is not believed, and does so once it is', async () => {
  bench.fault({ kind: 'denied', operations: ['DescribeInstances'], times: 1000 });
  await look();
  bench.clock.turn(3 * 3600);
  await look();
  const held = await look();
  expect(held.findings).toContainEqual(
    expect.objectContaining({ ...stray, removedAfter: expect.any(String) }),
  );
  bench.fault();
  await look();
  expect((await look()).findings).toEqual([]);
});

it('takes nothing away while a restore is not settled, and has the whole grace from then on', async () => {
  await look();
  const restoredAt = bench.clock.now().toISOString();
  const mark = { restoredAt, takenAt: restoredAt, newestEntry: 1, noted: true };
  await transactAsSystem(bench.core.house, (tx) => writeRestored(tx, mark));
  bench.clock.turn(3 * 3600);
  await look();
  expect((await look()).findings).toEqual([expect.objectContaining(stray)]);
  await bench.as('sre', 'recovery.settle', { reason: 'looked at all of them' });
  await look();
  expect((await look()).findings).toEqual([expect.objectContaining(stray)]);
  bench.clock.turn(2 * 3600);
  await look();
  expect((await look()).findings).toEqual([]);
});

it('takes nothing away while the directory was not read, or a group of it is gone', async () => {
  bench.configure((config) => ({
    ...config,
    directory: {
      ...{ adds: false, addedMayApprove: false, refusesDeactivated: true },
      ...{ groups: new Map([['production-readers', 'readers']]) },
      ...{ everySeconds: 900, staleSeconds: 86_400 },
    },
  }));
  bench.fault({ kind: 'denied', operations: ['ListGroupMemberships'], times: 1000 });
  await look();
  bench.clock.turn(3 * 3600);
  expect((await look()).findings).toEqual([expect.objectContaining(stray)]);
  bench.fault();
  await look();
  const { groups } = bench.cloud.world.directory;
  const [key, group] =
    [...groups.entries()].find(([, { name }]) => name === 'production-readers') ?? [];
  if (key === undefined || group === undefined) throw new Error('practice has the group');
  groups.put(key, { ...group, name: 'renamed' });
  bench.clock.turn(900);
  await look();
  bench.clock.turn(3 * 3600);
  await look();
  const ofGroup = expect.objectContaining({ principalKind: 'group', principal: 'renamed' });
  expect((await look()).findings).toContainEqual(ofGroup);
  groups.put(key, group);
  bench.clock.turn(900);
  await look();
  expect((await look()).findings).toEqual([]);
});
