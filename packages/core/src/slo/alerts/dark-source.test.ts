import { usualPolicy } from '@sekisho/objectives/alerts';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { sloScene } from '../../../test/slo-scene.ts';
import { sloConfig } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';
import { createEvaluator, type Evaluator } from '../evaluate/evaluator.ts';
import { houseReads } from '../evaluate/evaluator-of.ts';
import { tick } from '../evaluate/tick.ts';

// PGlite has one connection: transactions cannot cross there.
const crossing = inject('database').kind === 'postgres';

let database: Database;
beforeAll(async () => {
  if (crossing) database = await openTestDatabase();
});
afterAll(() => database?.close());

const sloOf = (id: string) =>
  sloConfig({
    ...{ id, alerts: { ...usualPolicy, tiers: [], spentAt: [] } },
    indicator: { kind: 'measured', source: 'metrics', query: { id } },
  });

/** Waits before it looks at an SLO until it is let go on. */
function waitingAt(slo: string) {
  const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const plain = createEvaluator(houseReads);
  const evaluator: Evaluator = {
    ...plain,
    async look(tx, known) {
      if (known.slo.id === slo) {
        reached.resolve();
        await goOn.promise;
      }
      return plain.look(tx, known);
    },
  };
  return { evaluator, reached: reached.promise, goOn: goOn.resolve };
}

it.skipIf(!crossing)(
  'of a dark source one ticket is opened, though two replicas judge at the same moment',
  async () => {
    const [a, b, z] = [sloOf('a'), sloOf('b'), sloOf('z')];
    const { world, give, judge, now, orders } = await sloScene(database, [a, b, z]);
    for (const one of [a, b, z]) await give(one, now() - 2 * 1440, now(), { good: 1000 });
    await judge();
    world.clock.turn(31 * 60);
    const { house } = world.core;
    const judging = (...slos: readonly (typeof a)[]) => ({
      ...house,
      config: () => ({ ...house.config(), slos }),
    });
    // The first has found "a" dark, and has not ended, when the second looks at "b".
    const { evaluator, reached, goOn } = waitingAt('z');
    const first = tick(judging(a, z), evaluator);
    await reached;
    let isOver = false;
    const second = tick(judging(b), createEvaluator(houseReads)).then(() => {
      isOver = true;
    });
    const waits = () =>
      database.kysely
        .selectFrom('pg_locks')
        .select('pid')
        .where('locktype', '=', 'advisory')
        .where('granted', '=', false)
        .execute();
    await expect
      .poll(async () => isOver || (await waits()).length > 0, { timeout: 30_000 })
      .toBe(true);
    goOn();
    await Promise.all([first, second]);
    const pages = await world.as('sre', 'slo.pages', { open: true });
    expect(pages.map(({ untold }) => untold ?? 'told').toSorted()).toEqual([
      ...['same-source', 'same-source', 'told'],
    ]);
    expect((await orders()).map(({ kind }) => kind)).toEqual(['ticket']);
  },
  60_000,
);
