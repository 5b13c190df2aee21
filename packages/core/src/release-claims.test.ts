import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../test/support/engine-bench.ts';
import { createWorld } from '../../../test/support/world.ts';
import { claimChatEvents, createChatKeeper } from './chat/index.ts';
import { runLoops } from './platform/loops.ts';
import { carryOutOrders } from './platform/outbox.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();

/** The next house on the same database and cloud, at the same moment. */
const begin = (alone: boolean) =>
  createWorld({ database: { ...bench.database, alone }, clock: bench.clock, cloud: bench.cloud });

const never = () => new Promise<never>(() => undefined);

/** A lease whose launch was under way when its process died. */
async function diedInLaunch(): Promise<string> {
  const wish = { environment: 'sandbox', for: '30m', reason: 'x' };
  const { id } = await bench.as('engineer', 'ops.start', wish);
  const { engine } = bench.anotherEngine();
  engine.aim = { step: 'launch', fault: 'crash-before' };
  await engine.turn((core) => core.reconcile());
  expect(engine.dead).toBe(true);
  return id;
}

describe('a house that begins', () => {
  it('on a database that is its own alone goes on at once with what a dead one had claimed', async () => {
    const id = await diedInLaunch();
    const next = await begin(true);
    await next.live(5);
    expect(await bench.state(id)).toBe('active');
    expect(bench.tokens(id)).toEqual([`${id}-1`]);
  });

  it('on a database that others share waits until the claims of the dead have run out', async () => {
    const id = await diedInLaunch();
    const next = await begin(false);
    await next.live(50);
    expect(await bench.state(id)).toBe('granting');
    await next.live(15);
    expect(await bench.state(id)).toBe('active');
  });

  it('lets a claim of before do nothing more', async () => {
    await bench.as('engineer', 'ops.start', { environment: 'sandbox', reason: 'x' });
    const { engine, calls } = bench.anotherEngine();
    engine.aim = { step: 'instancesByTag', fault: 'stall-after' };
    await engine.turn((core) => core.reconcile());
    expect(engine.asleepSince).not.toBeNull();
    await begin(true);
    engine.wakeUp();
    await vi.waitUntil(() => engine.idle, { timeout: 30_000 });
    expect(calls).toEqual(['instancesByTag']);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('alone (%s) carries out again what a dead one was carrying out', async (alone, times) => {
    await bench.as('engineer', 'ops.start', { environment: 'sandbox', reason: 'x' });
    const { house } = bench.core;
    const began = Promise.withResolvers<void>();
    void carryOutOrders(house, () => {
      began.resolve();
      return never();
    });
    await began.promise;
    await createChatKeeper(house)({ key: `a click, ${String(alone)}`, payload: {} });
    expect(await claimChatEvents(house, 10)).toHaveLength(1);
    const loop = { name: `alone ${String(alone)}`, everySeconds: 300, claimSeconds: 120 };
    const running = Promise.withResolvers<void>();
    const run = () => {
      running.resolve();
      return never();
    };
    const ignore = () => undefined;
    void runLoops(house, [{ ...loop, run }], ignore);
    await running.promise;

    await begin(alone);
    const orders = await carryOutOrders(house, async () => undefined);
    expect(orders > 0).toBe(alone);
    expect(await claimChatEvents(house, 10)).toHaveLength(times);
    let runs = 0;
    await runLoops(house, [{ ...loop, run: async () => void (runs += 1) }], ignore);
    expect(runs).toBe(times);
  });
});
