import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor, post } from '../../../../test/support/open-door.ts';
import { createMetrics } from '../metrics.ts';

let door: OpenDoor;
let turning: () => Promise<boolean> | boolean = () => true;
const metrics = createMetrics();
beforeAll(async () => {
  door = await openDoor({
    metrics,
    readiness: {
      database: async () => (await door.world.database.now()) instanceof Date,
      engine: () => turning(),
    },
  });
});
afterAll(() => door.close());

describe('health', () => {
  it('is ready when every check holds, and names those that do not', async () => {
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${door.url}/readyz`)).status).toBe(200);
    turning = () => false;
    const late = await fetch(`${door.url}/readyz`);
    expect(late.status).toBe(503);
    expect(await late.json()).toEqual({ ok: false, checks: { database: true, engine: false } });
  });

  it('is not ready while a check throws, and says why in the log only', async () => {
    turning = () => Promise.reject(new Error('password wrong'));
    const answer = await fetch(`${door.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('password');
    expect(door.log.some(({ fields }) => String(fields['err']).includes('password'))).toBe(true);
  });
});

describe('metrics', () => {
  it('measure calls by verb and outcome, and the engine as it stands when asked', async () => {
    metrics.beforeScrape(async () => ({
      oldestDueTargetSeconds: 3,
      stuckLeases: 2,
      ordersWaiting: 5,
    }));
    metrics.observeRevocation(1.5);
    await post(door, 'ops.list', {});
    await post(door, 'ops.show', { id: 'ops-none0000' });
    await post(door, 'ops.list', {}, { authorization: 'Bearer wrong' });
    const answer = await fetch(`${door.url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    const line = (name: string, labels: string) => new RegExp(`^${name}\\{${labels}\\} 1$`, 'm');
    const count = 'sekisho_call_duration_seconds_count';
    expect(text).toMatch(line(count, 'door="http",verb="ops.list",outcome="done"'));
    expect(text).toMatch(line(count, 'door="http",verb="ops.show",outcome="lease-not-found"'));
    expect(text).toMatch(line(count, 'door="http",verb="ops.list",outcome="not-signed-in"'));
    expect(text).toMatch(line('sekisho_revocation_lateness_seconds_bucket', 'le="2"'));
    expect(text).toMatch(/^sekisho_sign_in_failures_total 1$/m);
    expect(text).toMatch(/^sekisho_oldest_due_target_seconds 3$/m);
    expect(text).toMatch(/^sekisho_stuck_leases 2$/m);
    expect(text).toMatch(/^sekisho_orders_waiting 5$/m);
  });

  it('say that the engine’s numbers are unknown rather than old when they cannot be read', async () => {
    metrics.refresh({ oldestDueTargetSeconds: 3, stuckLeases: 2, ordersWaiting: 5 });
    metrics.beforeScrape(() => Promise.reject(new Error('database away')));
    const text = await (await fetch(`${door.url}/metrics`)).text();
    expect(text).toMatch(/^sekisho_stuck_leases nan$/im);
    expect(text).toMatch(/^process_cpu_seconds_total/m);
  });
});
