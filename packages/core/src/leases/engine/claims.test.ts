import type { KyselyPlugin } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { bareEngine } from '../../../test/bare-engine.ts';
import { claimDue } from './claims/store.ts';
import { ClaimLost, guardClaim, rememberMemo } from './store.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();

const onTargets = () =>
  bench.database.kysely.selectFrom('targets').selectAll().executeTakeFirstOrThrow() as Promise<{
    next_check_at: Date | null;
    memo: unknown;
  }>;

/** Leaves the process time to do what it was woken for. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a claim', () => {
  it('that was lost while its holder slept in a call lets it call nothing more', async () => {
    await bench.as('engineer', 'ops.start', { environment: 'sandbox', reason: 'x' });
    const { engine, calls } = bench.anotherEngine();
    engine.aim = { step: 'instancesByTag', fault: 'stall-after' };
    await engine.turn((core) => core.reconcile());
    expect(engine.asleepSince).not.toBeNull();
    await bench.live(90);
    const before = bench.armedFor('ops-00000001');
    engine.wakeUp();
    await rest();
    expect(engine.idle).toBe(true);
    expect(calls).toEqual(['instancesByTag']);
    expect(bench.armedFor('ops-00000001')).toBe(before);
  });

  it('that was lost lets its holder write nothing', async () => {
    const id = await bench.ask();
    await bench.live(10);
    const engine = bareEngine(bench.core.house);
    await bench.as('engineer', 'ops.hold', { id, for: '5m' });
    await bench.as('engineer', 'ops.extend', { id, by: '1m' });
    const [first] = (await claimDue(engine, 10)).targets;
    if (first === undefined) throw new Error('nothing was due');
    bench.clock.turn(61);
    await expect(guardClaim(engine, first)).rejects.toThrow(ClaimLost);
    const [second] = (await claimDue(engine, 10)).targets;
    expect(second?.key).toBe(first.key);
    const { memo } = await onTargets();
    await expect(rememberMemo(engine, first, { attempt: 9 })).rejects.toThrow(ClaimLost);
    expect((await onTargets()).memo).toEqual(memo);
    await expect(guardClaim(engine, first)).rejects.toThrow(ClaimLost);
  });

  it('is judged by the time when the database answered, not when it was asked', async () => {
    await bench.ask();
    await bench.live(10);
    await bench.database.kysely
      .updateTable('targets')
      .set({ next_check_at: bench.clock.now() })
      .execute();
    const engine = bareEngine(bench.core.house);
    const [target] = (await claimDue(engine, 10)).targets;
    if (target === undefined) throw new Error('nothing was due');
    await guardClaim(engine, target);
    const slow: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        bench.clock.turn(50);
        return result;
      },
    };
    const slowly = { ...bench.database, kysely: bench.database.kysely.withPlugin(slow) };
    const late = { ...engine, house: { ...engine.house, database: slowly } };
    await expect(guardClaim(late, target)).rejects.toThrow(ClaimLost);
  });

  it('takes what must happen now before looks that have waited longer, and still some of those', async () => {
    const ending = await bench.ask({ environment: 'staging' });
    const ids: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      ids.push(await bench.ask({ for: '2h' }));
    }
    await bench.live(60);
    // As if nobody had come to look for half an hour.
    bench.clock.turn(31 * 60);
    await bench.database.kysely
      .updateTable('targets')
      .set({ next_check_at: new Date('2026-05-01T00:00:30Z') })
      .where('key', '!=', `ops-server/${ending}`)
      .execute();
    await bench.core.reconcile(8);
    expect(await bench.state(ending)).toBe('revoking');
    expect(bench.living(ending)).toEqual([]);
    const late = await bench.database.kysely
      .selectFrom('targets')
      .select('key')
      .where('next_check_at', '<=', bench.clock.now())
      .execute();
    expect(late).toHaveLength(ids.length - 7);
  });

  it('is held by one of two engines that share many leases, and each lease is acted on once', async () => {
    const count = bench.database.engine === 'postgres' ? 200 : 24;
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const wish = { environment: 'sandbox', for: '30m', reason: 'x' };
      ids.push((await bench.as('engineer', 'ops.start', wish)).id);
    }
    const engines = [bench.anotherEngine(), bench.anotherEngine()];
    const all = (work: (index: number) => Promise<void>) => Promise.all([0, 1].map(work));
    const turnUntilDone = async (index: number) => {
      while (((await engines[index]?.engine.core.reconcile(20)) ?? 0) > 0);
    };
    await all(turnUntilDone);
    for (let second = 0; second < 5; second += 1) {
      bench.clock.turn(1);
      await all(turnUntilDone);
    }
    const calls = engines.flatMap(({ calls: own }) => own);
    expect(calls.filter((call) => call === 'launch')).toHaveLength(count);
    for (const id of ids) expect(bench.living(id)).toHaveLength(1);
    const entries = await bench.as('sre', 'timeline.list', { limit: 1000 });
    expect(entries.filter(({ action }) => action === 'lease.ready')).toHaveLength(count);
  });
});
