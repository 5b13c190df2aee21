import type { DayBlock } from '@sekisho/objectives/minutes';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../../../test/support/world.ts';
import {
  adaptersOf,
  type Delivery,
  lateScene,
  lateSlo,
  lateSource,
  memoryStore,
  playObjects,
  withLateSource,
} from '../../../../test/late-objects.ts';
import type { Database } from '../../../platform/database/database.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { daysOf, seriesOf, throughOf } from '../../minutes/index.ts';
import { sourcesHealth } from '../sources/health.ts';

vi.setConfig({ testTimeout: 120_000 });

const start = Date.parse('2026-05-01T23:30:00Z');
const minutes = 60;
const stepSeconds = 300;
/** After everything was delivered, and a process that died has been given up. */
const until = start + (minutes + 30) * 60_000;
const open: Database[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

const config = withLateSource(practiceConfig());

async function worldWith(store = memoryStore(), at = start): Promise<TestWorld> {
  const database = await openTestDatabase();
  open.push(database);
  const clock = turnableClock(new Date(at).toISOString());
  return createWorld({ database, clock, config, sources: adaptersOf(store) });
}

function days({ core }: TestWorld, slo = lateSlo()): Promise<DayBlock[]> {
  return transactAsSystem(core.house, (tx) => daysOf(tx, seriesOf(slo), { from: 0, to: 40_000 }));
}

async function inOrder(deliveries: readonly Delivery[]): Promise<DayBlock[]> {
  const store = memoryStore();
  const world = await worldWith(store);
  await playObjects(world, store, { deliveries, until, stepSeconds });
  return days(world);
}

describe('log objects that come late, twice, in part and in any order', () => {
  it('give the minutes that they give in order, though the process dies in the middle', async () => {
    const scene = lateScene({ seed: 7, start, minutes, outage: { from: 20, to: 40, share: 0.5 } });
    const expected = await inOrder(scene.inOrder);
    expect(expected).toHaveLength(2);
    const bad = expected.map((block) => block.bad.reduce((sum, each) => sum + each));
    expect(bad.reduce((sum, each) => sum + each)).toBeGreaterThan(100);
    expect(expected[1]?.measured.slice(0, 30).every((each) => each === 60_000)).toBe(true);

    const store = memoryStore();
    const first = await worldWith(store);
    await playObjects(first, store, {
      ...{ deliveries: scene.late, stepSeconds },
      until: start + 35 * 60_000,
    });
    // From here on the first process reads nothing to its end: it is dead, and has claimed the source.
    const died = Promise.withResolvers<void>();
    const dying = await createWorld({
      ...{ database: first.database, clock: first.clock, config },
      sources: adaptersOf({
        ...store,
        // oxlint-disable-next-line eslint/require-yield -- it dies before the first byte
        async *open() {
          died.resolve();
          await new Promise(() => undefined);
        },
      }),
    });
    const after = scene.late.filter(({ at }) => at > first.clock.now().getTime());
    const next = Math.min(...after.map(({ at }) => at));
    first.clock.turn(Math.ceil((next - first.clock.now().getTime()) / 1000));
    for (const delivery of after) if (delivery.at === next) store.put(delivery);
    void dying.core.ingest();
    await died.promise;

    const second = await createWorld({
      ...{ database: first.database, clock: first.clock, config },
      sources: adaptersOf(store),
    });
    await playObjects(second, store, { deliveries: after, until, stepSeconds });
    expect(await days(second)).toEqual(expected);
    const health = await transactAsSystem(second.core.house, sourcesHealth);
    expect(health).toMatchObject([{ objects: { pending: 0, damaged: 0, lost: 0 }, error: null }]);
  });

  it('are each read once, however often they are told', async () => {
    const scene = lateScene({ seed: 3, start, minutes: 15, outage: { from: 0, to: 0, share: 0 } });
    const store = memoryStore();
    const world = await worldWith(store);
    await playObjects(world, store, { deliveries: scene.inOrder, until, stepSeconds });
    expect(store.opened.toSorted()).toEqual(scene.inOrder.map(({ key }) => key).toSorted());
    await playObjects(world, store, { deliveries: [], until: until + 600_000, stepSeconds });
    expect(store.opened).toHaveLength(scene.inOrder.length);
  });

  it('move the watermark to the declared lateness behind the last look, and no further', async () => {
    const store = memoryStore();
    const world = await worldWith(store);
    const through = () =>
      transactAsSystem(world.core.house, (tx) => throughOf(tx, lateSource.name));
    expect(await through()).toBeNull();
    await world.core.ingest();
    const looked = start / 60_000 - lateSource.latenessMinutes;
    expect(await through()).toBe(looked);
    world.clock.turn(3600);
    expect(await through()).toBe(looked);
    await world.core.ingest();
    expect(await through()).toBe(looked + 60);
  });
});
