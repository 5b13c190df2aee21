import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';

vi.setConfig({ testTimeout: 60_000 });

const bench = useBench();
const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '1h', reason: 'look' };
const inDays = (days: number) =>
  new Date(bench.clock.now().getTime() + days * 24 * 3_600_000).toISOString();
const request = (more: object = {}) => bench.as('engineer', 'access.request', { ...wish, ...more });

/** What the engineer is told of the set. */
async function row(account = 'staging') {
  const rows = await bench.as('engineer', 'access.could', { account });
  return rows.find(({ permissionSet }) => permissionSet === 'ReadOnly');
}

describe('what one could have', () => {
  it('names the lease by which one has it, and not the one that starts later', async () => {
    const later = await request({ at: inDays(3) });
    expect(await row()).toMatchObject({ has: null, lease: null, verdict: 'allowed' });
    const now = await request();
    expect(await row()).toMatchObject({ has: null, lease: now.id });
    await bench.live(30);
    expect(await row()).toMatchObject({ has: 'lease', lease: now.id });
    await bench.as('engineer', 'access.return', { id: now.id });
    await bench.live(60);
    expect(await row()).toMatchObject({ has: null, lease: null });
    await bench.as('engineer', 'lease.withdraw', { id: later.id });
  });

  it('names the lease that waits for approval, but what is had before it', async () => {
    const later = await request({ account: 'production', at: inDays(3) });
    expect(await row('production')).toMatchObject({ lease: null, verdict: 'with-approval' });
    const { id } = await request({ account: 'production' });
    expect(await row('production')).toMatchObject({ has: null, lease: id });
    await bench.as('sre', 'lease.approve', { id });
    await bench.live(30);
    await bench.as('engineer', 'access.return', { id: later.id });
    await request({ account: 'production' });
    expect(await row('production')).toMatchObject({ has: 'lease', lease: id });
  });

  it('names the one asked for later once its time has come', async () => {
    const { id } = await request({ account: 'production', at: inDays(1 / 24) });
    await bench.live(2 * 3600);
    expect(await row('production')).toMatchObject({ has: null, lease: id });
  });

  it('is refused with the reason when two leases were asked for, both for later', async () => {
    await request({ at: inDays(2) });
    const { id } = await request({ at: inDays(3) });
    const told = await row();
    expect(told).toMatchObject({ lease: null, verdict: 'refused' });
    expect(told?.refusal?.code).toBe('has-already');
    await expect(request()).rejects.toMatchObject({ code: 'has-already' });
    await bench.as('engineer', 'lease.withdraw', { id });
    expect(await row()).toMatchObject({ verdict: 'allowed', refusal: null });
  });

  it('counts nothing that comes with a place in a team before that has begun', async () => {
    const join = { team: 'sre', for: '30m', reason: 'an exchange', starts: inDays(1 / 144) };
    const { id } = await bench.as('engineer', 'membership.request', join);
    await bench.as('sre', 'lease.approve', { id });
    expect(await row('production')).toMatchObject({ has: null, lease: null });
    await bench.live(11 * 60);
    const { lease, has } = (await row('production')) ?? {};
    expect([has, lease?.startsWith('acc-')]).toEqual(['lease', true]);
  });
});
