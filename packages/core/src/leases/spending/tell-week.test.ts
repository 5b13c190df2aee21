import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { carryOutOrders } from '../../platform/outbox.ts';

vi.setConfig({ testTimeout: 120_000 });

const hour = 3600;
const day = 24 * hour;
const bench = useBench();

// The clock begins on a Friday, 2026-05-01.

const announced = () => bench.ordered('announce');
const loops = async (seconds: number) => {
  bench.clock.turn(seconds);
  await bench.core.runLoops();
};

async function oneHour(): Promise<void> {
  const id = await bench.ask({ for: '2h' });
  await bench.live(hour);
  await bench.as('engineer', 'ops.stop', { id });
  await bench.live(60);
}

describe('the notice of the week', () => {
  it('says once, a day after the week, what was spent and saved in it', async () => {
    await oneHour();
    await loops(3 * day - 3 * hour);
    expect(await announced()).toEqual([]);
    await loops(day + 6 * hour);
    expect(await announced()).toEqual(['announce:week-spent:2026-04-27']);
    const told: unknown[] = [];
    await carryOutOrders(bench.core.house, async ({ topic, payload }) => {
      if (topic === 'announce') told.push(payload);
    });
    const [week] = await bench.as('sre', 'ops.cost', { weeks: 2 });
    expect(told).toEqual([{ notice: 'week-spent', facts: week }]);
    expect(week?.saved).toBeGreaterThan(0);
    // The outbox has forgotten its key by then.
    for (let turn = 0; turn < 5; turn += 1) await loops(day);
    expect(await announced()).toEqual([]);
  });

  it('is one, although replicas look at the same moment, and one of them with an old clock', async () => {
    await oneHour();
    const { engine } = bench.anotherEngine();
    bench.clock.turn(4 * day);
    await Promise.all([bench.core.runLoops(), engine.core.runLoops()]);
    await bench.database.kysely.deleteFrom('loops').execute();
    await Promise.all([bench.core.runLoops(), engine.core.runLoops()]);
    expect(await announced()).toHaveLength(1);
    await oneHour();
    await loops(8 * day);
    bench.clock.turn(-7 * day);
    await bench.database.kysely.deleteFrom('loops').execute();
    await loops(0);
    expect(await announced()).not.toContain('announce:week-spent:2026-04-20');
  });

  it('says nothing of a week in which nothing was lent', async () => {
    for (let turn = 0; turn < 9; turn += 1) await loops(day);
    expect(await announced()).toEqual([]);
  });
});
