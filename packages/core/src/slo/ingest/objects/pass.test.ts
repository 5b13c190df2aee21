import { gzipSync } from 'node:zlib';
import type { Config } from '@sekisho/config';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../../../test/support/world.ts';
import { bareHouse } from '../../../../test/bare-house.ts';
import { clearDatabase } from '../../../../test/clear-database.ts';
import {
  adaptersOf,
  latePrefix,
  lateScene,
  lateSlo,
  lateSource,
  type MemoryStore,
  memoryStore,
  withLateSource,
} from '../../../../test/late-objects.ts';
import type { House, Tx } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/database.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { daysOf, seriesOf, throughOf } from '../../minutes/index.ts';
import { type LogNotice, type LogStore, SourceError } from '../../ports.ts';
import { forgetOldMinutes } from '../forget.ts';
import { ingest } from '../ingest.ts';
import { sourcesHealth } from '../sources/health.ts';
import { passOverObjects } from './pass.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let house: House;
let clock: TurnableClock;
let store: MemoryStore;
let config: Config;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearDatabase(database);
  const made = bareHouse(database);
  clock = made.clock;
  config = withLateSource(made.house.config());
  house = { ...made.house, config: () => config };
  store = memoryStore();
});

const within = <T>(work: (tx: Tx) => Promise<T>) => transactAsSystem(house, work);
const strict = lateSlo({
  id: 'strict',
  indicator: {
    ...{ kind: 'events', source: lateSource.name },
    sli: { goodWhen: { status: [{ from: 200, to: 200 }] } },
  },
});

/** Every good, bad and measured minute of an SLO, summed. */
async function sums(slo = lateSlo()) {
  const days = await within((tx) => daysOf(tx, seriesOf(slo), { from: 0, to: 40_000 }));
  const sum = (column: 'good' | 'bad' | 'measured') =>
    days.reduce((all, day) => all + day[column].reduce((a, b) => a + b), 0);
  return { good: sum('good'), bad: sum('bad'), measured: sum('measured') / 60_000 };
}

/** Fills the store with so many objects of two nodes, five minutes each, ending now. */
function fill(objects: number) {
  const minutes = (objects / 2) * 5;
  const start = clock.now().getTime() - minutes * 60_000;
  const outage = { from: 0, to: minutes, share: 0.2 };
  const { inOrder } = lateScene({ seed: 5, start, minutes, outage, requestsPerMinute: 4 });
  for (const delivery of inOrder) store.put(delivery);
  return inOrder;
}

describe('a definition that is new', () => {
  it('has the objects counted for it that were read before, some at a time, going on where it stopped', async () => {
    fill(24);
    await ingest(house, adaptersOf(store), lateSource);
    const before = await sums();
    config = withLateSource(config, [lateSlo(), strict]);
    const few = { seconds: 60, objects: 9 };
    await passOverObjects(house, adaptersOf(store), lateSource, few);
    const [half] = await within(sourcesHealth);
    expect(half?.backfill).toEqual([{ series: seriesOf(strict), left: 8 }]);
    expect((await sums(strict)).measured).toBeGreaterThan(0);
    await passOverObjects(house, adaptersOf(store), lateSource, few);
    expect((await within(sourcesHealth))[0]?.backfill).toEqual([]);
    expect(await sums(strict)).toEqual(before);
    expect(await sums()).toEqual(before);
    const opened = store.opened.length;
    await passOverObjects(house, adaptersOf(store), lateSource, few);
    expect(store.opened).toHaveLength(opened);
  });

  it('has the days of its window listed, a few in each pass', async () => {
    config = withLateSource(config, [lateSlo({ window: { kind: 'rolling', minutes: 5 * 1440 } })]);
    for (let pass = 0; pass < 3; pass += 1) await ingest(house, adaptersOf(store), lateSource);
    const days = new Set(store.listed.map((each) => each.slice(latePrefix.length)));
    const expected = ['26', '27', '28', '29', '30'].map((day) => `2026/04/${day}/`);
    expect([...days].toSorted()).toEqual([...expected, '2026/05/01/']);
  });
});

describe('a log object', () => {
  it('that is damaged is counted as far as it reads, noted, and keeps no other from being counted', async () => {
    const [first, second] = fill(2);
    if (first === undefined || second === undefined) throw new Error('the store is empty');
    const half = gzipSync(
      'h2 2026-04-30T23:56:01.000000Z app/a c t 0 0 0 500 500 1 1 "GET / H" \n',
    );
    store.put({ ...second, body: Buffer.concat([half, Buffer.from('not gzip')]) });
    await ingest(house, adaptersOf(store), lateSource);
    const [health] = await within(sourcesHealth);
    expect(health).toMatchObject({ objects: { pending: 0, damaged: 1, lost: 0 }, error: null });
    expect(await sums()).toMatchObject({ measured: 5 });
    const bad = (await sums()).bad;
    store.put(second);
    await ingest(house, adaptersOf(store), lateSource);
    const [mended] = await within(sourcesHealth);
    expect(mended).toMatchObject({ objects: { pending: 0, damaged: 0, lost: 0 } });
    expect((await sums()).bad).not.toBe(bad);
  });

  it('that is overwritten takes the place of what it was, and one that has gone leaves what was counted', async () => {
    const [first] = fill(2);
    if (first === undefined) throw new Error('the store is empty');
    const line = 'h2 2026-04-30T23:57:01.000000Z app/a c t 0 0 0 500 500 1 1 "GET / H" \n';
    await ingest(house, adaptersOf(store), lateSource);
    const whole = await sums();
    store.put({ ...first, body: gzipSync(line) });
    await ingest(house, adaptersOf(store), lateSource);
    const { good, bad } = await sums();
    expect(good + bad).toBe((whole.good + whole.bad) / 2 + 1);
    store.remove(first.key);
    await ingest(house, adaptersOf(store), lateSource);
    expect(await sums()).toMatchObject({ good, bad });
  });

  it('that cannot be read is tried again later, and holds up neither the others nor, for long, the watermark', async () => {
    const [first] = fill(4);
    const broken: LogStore = {
      ...store,
      async *open(object) {
        if (object.key === first?.key) throw new SourceError('unreachable', 'try again');
        yield* store.open(object);
      },
    };
    await ingest(house, adaptersOf(broken), lateSource);
    expect((await within(sourcesHealth))[0]).toMatchObject({ objects: { pending: 1 } });
    expect((await sums()).good).toBeGreaterThan(0);
    expect(await within((tx) => throughOf(tx, lateSource.name))).toBeNull();
    for (const minutes of [2, 3]) {
      clock.turn(minutes * 60);
      await ingest(house, adaptersOf(broken), lateSource).catch(() => undefined);
    }
    clock.turn(3600);
    await ingest(house, adaptersOf(broken), lateSource).catch(() => undefined);
    clock.turn(3600);
    const before = await sums();
    await ingest(house, adaptersOf(store), lateSource);
    expect(await within((tx) => throughOf(tx, lateSource.name))).not.toBeNull();
    expect((await within(sourcesHealth))[0]).toMatchObject({ objects: { pending: 0, lost: 0 } });
    expect((await sums()).good).toBeGreaterThan(before.good);
  });
});

describe('a source that fails', () => {
  it('says why, is left alone for longer each time, and recovers', async () => {
    let asked = 0;
    const failing: LogStore = {
      ...store,
      // oxlint-disable-next-line eslint/require-yield -- it fails before the first
      async *list() {
        asked += 1;
        throw new SourceError('denied', 'no such role');
      },
    };
    const once = () => ingest(house, adaptersOf(failing), lateSource).catch(() => undefined);
    await once();
    await once();
    expect(asked).toBe(1);
    clock.turn(61);
    await once();
    clock.turn(61);
    await once();
    expect(asked).toBe(2);
    const [health] = await within(sourcesHealth);
    expect(health).toMatchObject({
      failures: 2,
      error: { code: 'denied', message: 'no such role' },
    });
    expect(health?.through).toBeNull();
    clock.turn(61);
    await ingest(house, adaptersOf(store), lateSource);
    const [well] = await within(sourcesHealth);
    expect(well).toMatchObject({ failures: 0, nextAttemptAt: null, succeededAt: clock.now() });
  });
});

describe('a queue that tells of objects', () => {
  it('is settled when what it told is remembered, and spares the listing', async () => {
    const settled: (string | null)[] = [];
    let waiting: LogNotice[] = [];
    const tell = (object: LogNotice['object']) =>
      waiting.push({ object, settle: async () => void settled.push(object?.key ?? null) });
    const adapters = {
      ...adaptersOf(store),
      logNotices: () => ({ receive: async () => waiting.splice(0) }),
    };
    await ingest(house, adapters, lateSource);
    for (let pass = 0; pass < 12; pass += 1) await ingest(house, adapters, lateSource);
    const listed = store.listed.length;
    const objects = fill(2);
    const known: LogNotice['object'][] = [];
    for await (const { key, etag, size } of store.list(latePrefix)) known.push({ key, etag, size });
    for (const object of [...known, ...known, null, { key: 'other/x', etag: 'e', size: 1 }])
      tell(object);
    await ingest(house, adapters, lateSource);
    expect(store.opened.toSorted()).toEqual(objects.map(({ key }) => key).toSorted());
    expect(settled).toHaveLength(6);
    expect(store.listed).toHaveLength(listed + 1);
    waiting = [];
  });
});

it('forgets what is older than thirteen months', async () => {
  fill(4);
  await ingest(house, adaptersOf(store), lateSource);
  clock.turn(380 * 86_400);
  await within(forgetOldMinutes);
  expect((await sums()).good).toBeGreaterThan(0);
  clock.turn(20 * 86_400);
  await within(forgetOldMinutes);
  expect(await sums()).toEqual({ good: 0, bad: 0, measured: 0 });
  expect((await within(sourcesHealth))[0]?.objects).toEqual({ pending: 0, damaged: 0, lost: 0 });
});
