import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  contextOf,
  createWorld,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { activeLease, refusal, requestedLease, roomyConfig } from '../../test/leases.ts';

let world: TestWorld;
const clock = turnableClock();

/** In staging support needs one yes and may have it for half an hour; others need none. */
const rule = `  - id: staging-support
    who: [group:support]
    what: [ops-server]
    where: [staging]
    maximum: 30m
    approval: { count: 1, from: [group:sre] }
`;

beforeAll(async () => {
  const config = roomyConfig((yaml) => yaml.replace('leases:\n', `${rule}\nleases:\n`));
  world = await createWorld({ database: await openTestDatabase(), config, clock });
});
beforeEach(() => clock.turn(24 * 3600));
afterAll(() => world.database.close());

const time = (at: string | null) => Date.parse(at ?? '');
const extend = (id: string, by: string, who = 'engineer') =>
  world.as(who, 'ops.extend', { id, by });

describe('extending', () => {
  it('moves the deadline by exactly what was asked, up to the longest and not beyond', async () => {
    const lease = await activeLease(world, 'engineer', { for: '7h' });
    const extended = await extend(lease.id, '30m');
    expect(time(extended.deadline) - time(lease.deadline)).toBe(30 * 60_000);
    const last = new Date(time(lease.readyAt) + 8 * 3600_000).toISOString();
    const facts = { hardMaximum: last, longestSeconds: 1800 };
    const code = 'past-hard-maximum';
    await expect(extend(lease.id, '30m1s')).rejects.toMatchObject({ code, facts });
    expect((await extend(lease.id, '30m')).deadline).toBe(last);
    await expect(extend(lease.id, '1s')).rejects.toMatchObject({ facts: { longestSeconds: 0 } });
    expect((await world.as('engineer', 'ops.show', { id: lease.id })).deadline).toBe(last);
  });

  it('by two people at once adds up, and by two at the last minute lets one', async () => {
    const lease = await activeLease(world, 'engineer', { for: '7h' });
    await Promise.all([extend(lease.id, '20m'), extend(lease.id, '20m', 'sre')]);
    const last = await Promise.allSettled([
      extend(lease.id, '20m'),
      extend(lease.id, '20m', 'sre'),
    ]);
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { deadline } = await world.as('engineer', 'ops.show', { id: lease.id });
    expect(time(deadline) - time(lease.deadline)).toBe(60 * 60_000);
  });

  it('is for the holder and SREs, and for a server that is up', async () => {
    const { id } = await activeLease(world);
    expect(await refusal(extend(id, '5m', 'support'))).toBe('not-yours');
    expect(await refusal(extend(id, '0m'))).toBe('bad-duration');
    const waiting = await requestedLease(world);
    expect(await refusal(extend(waiting.id, '5m'))).toBe('not-ready');
    await world.as('engineer', 'ops.stop', { id });
    expect(await refusal(extend(id, '5m'))).toBe('wrong-state');
  });
});

describe('handing over', () => {
  const give = (id: string, to: string, who = 'engineer') =>
    world.as(who, 'ops.handover', { id, to });

  it('makes the receiver the holder, who alone may then connect', async () => {
    const { id } = await activeLease(world);
    expect(await give(id, 'sre2')).toMatchObject({ holder: 'sre2', requester: 'engineer' });
    expect(await refusal(world.as('engineer', 'ops.connect', { id }))).toBe('not-yours');
    expect((await world.as('sre2', 'ops.connect', { id })).argv).toContain('start-session');
    expect(await refusal(give(id, 'sre'))).toBe('not-yours');
    expect(await refusal(extend(id, '5m'))).toBe('not-yours');
    expect((await give(id, 'sre', 'sre')).holder).toBe('sre');
  });

  it.each([
    ['someone who may only read', 'auditor', 'handover-not-allowed'],
    ['its holder', 'engineer', 'handover-not-allowed'],
    ['someone who would need an approval that was not given', 'support', 'handover-not-allowed'],
    ['nobody', 'ghost', 'unknown-person'],
  ])('to %s is refused', async (_whom, to, code) => {
    const { id } = await activeLease(world);
    expect(await refusal(give(id, to))).toBe(code);
    expect((await world.as('engineer', 'ops.show', { id })).holder).toBe('engineer');
  });

  it('in production goes to whom policy would lend it to, and to nobody else', async () => {
    const { id } = await requestedLease(world);
    await world.as('sre', 'lease.approve', { id });
    await world.live(5);
    expect(await refusal(give(id, 'support'))).toBe('handover-not-allowed');
    expect((await give(id, 'ken.watanabe@example.com')).holder).toBe('sre2');
  });

  it('of a broken glass goes only to someone who might have broken it', async () => {
    const { id } = await activeLease(world, 'sre', { environment: 'production', breakGlass: true });
    expect(await refusal(give(id, 'engineer', 'sre'))).toBe('handover-not-allowed');
    expect((await give(id, 'sre2', 'sre')).holder).toBe('sre2');
  });
});

describe('holding and giving back', () => {
  it('a hold ends with the lease at the latest, and is bounded', async () => {
    const lease = await activeLease(world, 'engineer', { for: '1h' });
    const hold = (seconds: string, who = 'engineer') =>
      world.as(who, 'ops.hold', { id: lease.id, for: seconds, reason: 'index build' });
    expect(time((await hold('10m')).holdUntil) - clock.now().getTime()).toBe(600_000);
    expect((await hold('2h')).holdUntil).toBe(lease.deadline);
    expect(await refusal(hold('2h1s'))).toBe('hold-too-long');
    expect(await refusal(hold('1h', 'support'))).toBe('not-yours');
  });

  it('says who gave it back, and an agent gives back what its owner holds', async () => {
    const stop = async (who: string) => {
      const { id } = await activeLease(world);
      const kind = who.startsWith('agent:') ? ('agent' as const) : ('person' as const);
      const principal = { ...contextOf(who).principal, kind };
      return world.core.call('ops.stop', contextOf(who, { principal }), { id });
    };
    expect((await stop('engineer')).ending).toBe('returned');
    expect((await stop('agent:engineer')).ending).toBe('returned');
    expect((await stop('sre2')).ending).toBe('stopped-by-sre');
    expect(await refusal(stop('support'))).toBe('not-yours');
  });
});
