import { describe, expect, it, vi } from 'vitest';
import { practiceDirectory, useBench } from '../../../../test/support/engine-bench.ts';

// Hours of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '1h', reason: 'look' };
const hour = 3600;
const show = (id: string) => bench.as('sre', 'access.show', { id });
const actions = async (id: string) =>
  (await bench.as('sre', 'timeline.list', { lease: id })).map(({ action }) => action);

/** Whether a user of practice's directory has a permission set in an account, as AWS says. */
const has = (user: string, set: string, account: string) =>
  [...bench.cloud.world.directory.assignments.values()].some(
    (one) =>
      one.account === account &&
      one.permissionSetArn === practiceDirectory.permissionSetArn(set) &&
      one.principalId === practiceDirectory.userId(user),
  );
const taro = (account = '222222222222', set = 'ReadOnly') => has('taro.suzuki', set, account);
const switches = () =>
  [...bench.cloud.world.schedules.values()].filter(({ name }) => name.startsWith('sekisho-access'));

describe('a permission set that is asked for', () => {
  it('is there within seconds and gone after its deadline, each step with one entry', async () => {
    const { id, state } = await bench.as('engineer', 'access.request', wish);
    expect(state).toBe('approved');
    await bench.live(30);
    expect(await show(id)).toMatchObject({ state: 'active', accountName: 'staging' });
    expect(taro()).toBe(true);
    await bench.live(hour + 60);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'deadline' });
    expect(taro()).toBe(false);
    expect((await actions(id)).filter((action) => action !== 'lease.reminded')).toEqual([
      ...['lease.ended', 'lease.revoking', 'lease.ready', 'lease.granting', 'access.request'],
    ]);
  });

  it('has its switch in AWS before it is made, which takes it away although Sekisho is dead', async () => {
    const { id } = await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    const [armed] = switches();
    const { hardMaximum } = await show(id);
    expect(armed?.dueAt).toBe(Math.ceil(Date.parse(hardMaximum ?? '') / 1000) * 1000);
    bench.pass(9 * hour);
    expect(taro()).toBe(false);
  });

  it('is not made while its switch cannot be set', async () => {
    bench.fault({ kind: 'denied', operations: ['CreateSchedule'] });
    await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    expect(taro()).toBe(false);
    bench.fault();
    await bench.live(60);
    expect([taro(), switches().length]).toEqual([true, 1]);
  });

  it('has its switch set again when somebody deleted it in AWS', async () => {
    await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    const before = switches();
    for (const [key, one] of [...bench.cloud.world.schedules.entries()]) {
      if (one.name.startsWith('sekisho-access')) bench.cloud.world.schedules.drop(key);
    }
    expect(switches()).toEqual([]);
    await bench.live(7 * 60);
    expect(switches().map(({ dueAt }) => dueAt)).toEqual(before.map(({ dueAt }) => dueAt));
  });

  it('is taken away on time although nobody can say whether its switch is there', async () => {
    const { id } = await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    bench.fault({ kind: 'denied', operations: ['GetSchedule'], times: 1000 });
    await bench.live(20 * 60);
    await bench.as('engineer', 'access.return', { id });
    await bench.live(60);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'returned' });
    expect(taro()).toBe(false);
  });

  it('lasts no longer than a rule lets when it is granted, whatever it let before', async () => {
    const later = new Date(bench.clock.now().getTime() + hour * 1000).toISOString();
    const { id } = await bench.as('engineer', 'access.request', { ...wish, at: later });
    bench.configure((config) => ({
      ...config,
      policies: config.policies.map((policy) => ({ ...policy, maximumSeconds: hour })),
    }));
    await bench.live(hour + 60);
    const { state, readyAt, hardMaximum } = await show(id);
    expect(state).toBe('active');
    expect(Date.parse(hardMaximum ?? '') - Date.parse(readyAt ?? '')).toBe(hour * 1000);
    await expect(bench.as('engineer', 'access.extend', { id, by: '30m' })).rejects.toMatchObject({
      code: 'past-hard-maximum',
    });
  });

  it('waits for approval where the rule says so, and is refused where none lets', async () => {
    const asked = { ...wish, account: 'prod' };
    const { id, state } = await bench.as('engineer', 'access.request', asked);
    expect(state).toBe('requested');
    await expect(bench.as('engineer', 'lease.approve', { id })).rejects.toMatchObject({
      code: 'self-approval',
    });
    await bench.as('sre', 'lease.approve', { id });
    await bench.live(30);
    expect(taro('111111111111')).toBe(true);
    const strong = { ...asked, permissionSet: 'AdministratorAccess' };
    await expect(bench.as('engineer', 'access.request', strong)).rejects.toMatchObject({
      code: 'policy-refused',
    });
  });

  it('is given back early, and can be had again', async () => {
    const { id } = await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    await bench.as('engineer', 'access.return', { id, reason: 'done' });
    await bench.live(60);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'returned' });
    expect(taro()).toBe(false);
    const again = await bench.as('engineer', 'access.request', wish);
    await bench.live(60);
    expect(await show(again.id)).toMatchObject({ state: 'active' });
    expect(taro()).toBe(true);
  });

  it.each([
    ['nobody looked', {}],
    ['a later lease of it waited', { at: '2026-05-05T00:00:00Z' }],
  ])(
    'leaves no switch behind, nor is what is given by hand later taken for lent, although for two days after its end %s',
    async (_, later) => {
      const { id } = await bench.as('engineer', 'access.request', wish);
      await bench.live(30);
      const waiting =
        'at' in later && (await bench.as('engineer', 'access.request', { ...wish, ...later }));
      await bench.as('engineer', 'access.return', { id });
      await bench.live(30);
      expect([taro(), switches().length]).toEqual([false, 1]);
      bench.pass(49 * hour);
      await bench.live(60);
      if (waiting) await bench.as('engineer', 'lease.withdraw', { id: waiting.id });
      await bench.live(60);
      expect(switches()).toEqual([]);
      const { memo } = await bench.database.kysely
        .selectFrom('targets')
        .select('memo')
        .where('kind', '=', 'permission-set')
        .executeTakeFirstOrThrow();
      expect(memo).toMatchObject({ made: false, armedFor: null });
    },
  );

  it('is made anew for a lease that follows at once, although AWS still lists the one that was taken away', async () => {
    const { id } = await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    bench.fault({ kind: 'stale-list', delayMs: 60_000 });
    await bench.as('engineer', 'access.return', { id });
    await bench.live(20);
    expect(taro()).toBe(false);
    const again = await bench.as('engineer', 'access.request', wish);
    await bench.live(20);
    expect([(await show(again.id)).state, taro()]).toEqual(['active', true]);
    await bench.live(10 * 60);
    expect([(await show(again.id)).state, taro()]).toEqual(['active', true]);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'returned' });
  });

  it('is extended without a moment in which it is not there', async () => {
    const { id } = await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    await bench.as('engineer', 'access.extend', { id, by: '30m' });
    for (let minute = 0; minute < 88; minute += 1) {
      await bench.live(60);
      expect(taro()).toBe(true);
    }
    await bench.live(5 * 60);
    expect(taro()).toBe(false);
  });

  it('stays for a second lease when the first ends', async () => {
    const first = await bench.as('engineer', 'access.request', { ...wish, for: '30m' });
    const later = new Date(bench.clock.now().getTime() + 20 * 60_000).toISOString();
    const second = await bench.as('engineer', 'access.request', { ...wish, at: later });
    await bench.live(40 * 60);
    expect((await show(first.id)).state).toBe('ended');
    expect((await show(second.id)).state).toBe('active');
    expect(taro()).toBe(true);
    await bench.live(hour);
    expect((await show(second.id)).state).toBe('ended');
    expect(taro()).toBe(false);
  });

  it('leaves what was there before, and sets no switch that would take that away', async () => {
    const before = { account: '222222222222', principalType: 'USER' as const };
    const row = {
      ...before,
      permissionSetArn: practiceDirectory.permissionSetArn('ReadOnly'),
      principalId: practiceDirectory.userId('taro.suzuki'),
    };
    bench.cloud.world.directory.assignments.put('by hand', row);
    const { id } = await bench.as('engineer', 'access.request', { ...wish, for: '10m' });
    await bench.live(30);
    expect((await show(id)).state).toBe('active');
    expect(switches()).toEqual([]);
    await bench.live(20 * 60);
    expect((await show(id)).state).toBe('ended');
    expect(taro()).toBe(true);
  });

  it('that somebody took away in AWS is not made again, and its lease ends', async () => {
    const { id } = await bench.as('engineer', 'access.request', wish);
    await bench.live(30);
    const { assignments } = bench.cloud.world.directory;
    for (const [key, one] of [...assignments.entries()]) {
      if (
        one.principalId === practiceDirectory.userId('taro.suzuki') &&
        one.account === '222222222222'
      )
        assignments.drop(key);
    }
    await bench.live(10 * 60);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'resource-gone' });
    expect(taro()).toBe(false);
  });

  it('in several accounts is a lease each, all of them or none', async () => {
    const both = { ...wish, permissionSet: 'PowerUserAccess', account: 'staging, sandbox' };
    const { id, alongside } = await bench.as('engineer', 'access.request', both);
    await bench.live(60);
    expect(alongside).toHaveLength(1);
    expect((await show(id)).state).toBe('active');
    expect(taro('333333333333', 'PowerUserAccess')).toBe(true);
    const partly = { ...both, account: 'sandbox,production' };
    await expect(bench.as('engineer', 'access.request', partly)).rejects.toMatchObject({
      code: 'unknown-permission-set',
    });
  });
});

it('the account map shows an SRE all of it, and others what somebody in their groups may have', async () => {
  const setsOf = async (who: string) =>
    (await bench.as(who, 'access.accounts', {})).accounts.flatMap(({ name, permissionSets }) =>
      permissionSets.map((set) => `${name} ${set.name}`),
    );
  const [all, own] = [await setsOf('sre'), await setsOf('engineer')];
  expect(all).toContain('production AdministratorAccess');
  expect(own).toContain('production ReadOnly');
  expect(own).not.toContain('production AdministratorAccess');
});
