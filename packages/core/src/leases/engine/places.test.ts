import { CloudError } from '@sekisho/core';
import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { createWorld } from '../../../../../test/support/world.ts';
import { roomyConfig } from '../../../test/leases.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();

/** Lets a condition come true that nothing but the running pass waits for. */
const until = (holds: () => Promise<boolean>) =>
  vi.waitFor(async () => expect(await holds()).toBe(true), { timeout: 60_000, interval: 20 });

const isClaimed = async (lease: string) => {
  const row = await bench.database.kysely
    .selectFrom('targets')
    .select('claimed_until')
    .where('key', '=', `ops-server/${lease}`)
    .executeTakeFirstOrThrow();
  return row.claimed_until !== null;
};

describe('a place that does not answer', () => {
  it('keeps no other place of the same pass from its ends, nor from giving its claims back', async () => {
    const ids = [
      await bench.ask({ environment: 'sandbox' }),
      await bench.ask({ environment: 'staging' }),
    ];
    await bench.live(10);
    bench.clock.turn(31 * 60);
    const { engine } = bench.anotherEngine();
    engine.aim = { step: 'instancesByTag', fault: 'stall-before' };
    await engine.turn((core) => core.reconcile());
    expect(engine.asleepSince).not.toBeNull();
    await until(async () => (await Promise.all(ids.map(isClaimed))).includes(false));
    const claimed = await Promise.all(ids.map(isClaimed));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    const [silent = '', answering = ''] = claimed[0] ? ids : ids.toReversed();
    expect(bench.living(answering)).toEqual([]);
    expect(bench.living(silent)).toHaveLength(1);
    expect(engine.idle).toBe(false);
    engine.wakeUp();
    await until(async () => engine.idle);
    expect(bench.living(silent)).toEqual([]);
  });

  it('is not the place where its environment has been moved to', async () => {
    const old = await bench.ask({ environment: 'staging', for: '2h' });
    await bench.live(10);
    const gone = 'arn:aws:iam::222222222222:role/sekisho';
    const cloud = new Proxy(bench.cloud, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (name !== 'instancesByTag' || typeof member !== 'function') return member;
        return async (place: { readonly roleArn?: string }, ...rest: unknown[]) => {
          if (place.roleArn === gone)
            throw new CloudError('denied', 'AccessDenied', 'no such role');
          return Reflect.apply(member, target, [place, ...rest]) as unknown;
        };
      },
    });
    const config = roomyConfig((yaml) => yaml.replace(gone, `${gone}-2`));
    const { clock, core } = bench;
    const after = await createWorld({
      database: bench.database,
      config,
      clock,
      cloud,
      ids: core.house.ids,
    });
    const wish = { environment: 'staging', for: '30m', reason: 'look' };
    const { id } = await after.as('engineer', 'ops.start', wish);
    await bench.database.kysely
      .updateTable('targets')
      .set({ next_check_at: clock.now() })
      .execute();
    expect(await after.core.reconcile()).toBe(2);
    expect(bench.living(id)).toHaveLength(1);
    expect(await bench.state(old)).toBe('active');
  });
});
