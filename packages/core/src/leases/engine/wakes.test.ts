import { describe, expect, it } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { bareEngine } from '../../../test/bare-engine.ts';
import type { TargetRow } from '../row.ts';
import { claimDue } from './claims/store.ts';
import type { Engine } from './engine.ts';
import { releaseClaims } from './store.ts';

const bench = useBench();

/** Gives claims back as if there were nothing to do before tomorrow. */
async function giveBack(engine: Engine, targets: readonly TargetRow[]): Promise<void> {
  const tomorrow = new Date('2026-05-02T00:00:00Z');
  const look = { nextCheckAt: tomorrow, urgentAt: tomorrow };
  const calm = { quietUntil: null, failures: 0, hopelessSince: null };
  await releaseClaims(
    engine,
    targets.map((target) => ({ target, ...look, ...calm })),
  );
}

describe('a claim', () => {
  it.each([10, 61])(
    'given back %s seconds later does not lose a wake that came meanwhile',
    async (seconds) => {
      const { id } = await bench.as('engineer', 'ops.start', {
        ...{ environment: 'production', for: '30m', reason: 'x' },
      });
      const now = bench.clock.now();
      await bench.database.kysely
        .updateTable('targets')
        .set({ next_check_at: now, urgent_at: now })
        .execute();
      const engine = bareEngine(bench.core.house);
      const { targets } = await claimDue(engine, 10);
      bench.clock.turn(seconds);
      await bench.as('sre', 'lease.approve', { id });
      await giveBack(engine, targets);
      await bench.live(5);
      expect(await bench.state(id)).toBe('active');
    },
  );

  it('keeps a wake as urgent as it came, though something urgent was to happen meanwhile', async () => {
    const id = await bench.ask();
    await bench.live(10);
    const now = bench.clock.now();
    const soon = new Date(now.getTime() + 10_000);
    await bench.database.kysely
      .updateTable('targets')
      .set({ next_check_at: now, urgent_at: soon })
      .execute();
    const engine = bareEngine(bench.core.house);
    const { targets } = await claimDue(engine, 10);
    bench.clock.turn(20);
    await bench.as('engineer', 'ops.stop', { id });
    await giveBack(engine, targets);
    const { urgent_at: urgent } = await bench.database.kysely
      .selectFrom('targets')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect((urgent as Date | null)?.getTime()).toBeLessThanOrEqual(bench.clock.now().getTime());
  });
});
