import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../../../test/support/world.ts';
import { bareHouse } from '../../../../test/bare-house.ts';
import { clearDatabase } from '../../../../test/clear-database.ts';
import { adaptersOf, lateSlo, memoryStore } from '../../../../test/late-objects.ts';
import type { House } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/database.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { seriesOf } from '../../minutes/index.ts';
import type { ProbeOutcome } from '../../ports.ts';
import type { SourceAdapters } from '../adapters.ts';
import { forgetOldMinutes } from '../forget.ts';
import { dueAt } from './due-at.ts';
import { createProber, type Prober, probeRecord } from './prober.ts';

vi.setConfig({ testTimeout: 60_000 });

const source: SourceConfig = {
  ...{ name: 'from-here', kind: 'probe', latenessMinutes: 2 },
  connection: { reach: 'public' },
};
const slo = (url: string, everySeconds = 60, id = url): SloConfig =>
  lateSlo({
    ...{ id, indicator: { kind: 'measured', source: source.name, query: { url, everySeconds } } },
  });
const shop = slo('https://shop.example.com/');

let database: Database;
let house: House;
let clock: TurnableClock;
let slos: readonly SloConfig[];
let failures: string[];
/** What a probe finds, and the urls that were asked. */
let find: (url: string) => Promise<ProbeOutcome>;
let asked: string[];
let stop: AbortController;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearDatabase(database);
  const made = bareHouse(database);
  clock = made.clock;
  slos = [shop];
  house = {
    ...made.house,
    config: (): Config => ({ ...made.house.config(), slos, sources: { [source.name]: source } }),
  };
  failures = [];
  asked = [];
  find = async () => ({ isGood: true, faults: [], tookMs: 12 });
  stop = new AbortController();
});

const server = (): Prober => {
  const adapters: SourceAdapters = {
    ...adaptersOf(memoryStore()),
    probe: ({ indicator }) => {
      const url = String(indicator.kind === 'measured' && indicator.query['url']);
      return () => {
        asked.push(url);
        return find(url);
      };
    },
    stopping: stop.signal,
  };
  return createProber(
    house,
    async () => adapters,
    (what, error) => failures.push(`${what}: ${String(error)}`),
  );
};
const results = (of = shop) => probeRecord(house, of).results({ from: 0, to: 1e9 });
const rows = () => database.kysely.selectFrom('slo_probe_runs').selectAll().execute();

/** Turns to the next instant at which the shop's probe is due. */
function turnToDue(): number {
  const now = clock.now().getTime();
  for (let ms = 1000; ms <= 61_000; ms += 1000) {
    const at = dueAt(seriesOf(shop), 60_000, now + ms);
    if (at === null || at <= now) continue;
    clock.turn(ms / 1000);
    return at;
  }
  throw new Error('a minute has a due instant');
}

async function turn(...servers: readonly Prober[]): Promise<void> {
  await Promise.all(servers.map((one) => one.begin()));
  await Promise.all(servers.map((one) => one.settled()));
}

describe('probes', () => {
  it('are run once each time they are due, and what they find is kept with why', async () => {
    const one = server();
    const first = turnToDue();
    await turn(one);
    await turn(one);
    find = async () => ({ isGood: false, faults: ['connect ECONNREFUSED'], tookMs: 3 });
    const second = turnToDue();
    await turn(one);
    expect(asked).toHaveLength(2);
    expect(second - first).toBe(60_000);
    expect(await results()).toEqual([
      { at: first, isGood: true },
      { at: second, isGood: false },
    ]);
    expect((await rows()).map(({ faults, took_ms }) => [faults, took_ms])).toEqual([
      [[], 12],
      [['connect ECONNREFUSED'], 3],
    ]);
  });

  it('are run by one of two servers, and not again by one that was started again', async () => {
    const [one, other] = [server(), server()];
    for (let each = 0; each < 3; each += 1) {
      turnToDue();
      await turn(one, other);
      await turn(server());
    }
    expect(asked).toHaveLength(3);
    expect(await results()).toHaveLength(3);
  });

  it('that nobody ran in time are not made up for', async () => {
    turnToDue();
    clock.turn(16);
    await turn(server());
    expect([asked, await rows()]).toEqual([[], []]);
  });

  it('leave nothing measured when their server stops, or fails, in the middle', async () => {
    const one = server();
    turnToDue();
    find = async () => {
      stop.abort();
      return { isGood: false, faults: ['connect timeout'], tookMs: 9 };
    };
    await turn(one);
    stop = new AbortController();
    find = async () => {
      throw new Error('no such environment');
    };
    turnToDue();
    await turn(server());
    expect(asked).toHaveLength(2);
    expect(await results()).toEqual([]);
    expect(failures).toEqual([`probe:${shop.id}: Error: no such environment`]);
  });

  it('do not wait for one another', async () => {
    const slow = slo('https://slow.example.com/', 10);
    slos = [slow, slo('https://fast.example.com/', 10)];
    const held = Promise.withResolvers<ProbeOutcome>();
    const good = { isGood: true, faults: [], tookMs: 1 };
    find = (url) => (url.includes('slow') ? held.promise : Promise.resolve(good));
    const one = server();
    for (let second = 0; second < 10; second += 1) {
      await one.begin();
      clock.turn(1);
    }
    expect(new Set(asked)).toEqual(new Set([slow.id, slos[1]?.id]));
    const [fast = 0, waiting = 0] = [slos[1]?.id, slow.id].map(
      (url) => asked.filter((each) => each === url).length,
    );
    await expect.poll(() => results(slos[1]), { timeout: 30_000 }).toHaveLength(fast);
    expect(await results(slow)).toEqual([]);
    held.resolve(good);
    await one.settled();
    expect(await results(slow)).toHaveLength(waiting);
  });

  it('that measure several SLOs are run once for all', async () => {
    slos = [shop, slo('https://shop.example.com/', 60, 'another')];
    turnToDue();
    await turn(server());
    expect(asked).toHaveLength(1);
  });

  it('are forgotten after a month', async () => {
    turnToDue();
    await turn(server());
    clock.turn(36 * 86_400);
    await transactAsSystem(house, forgetOldMinutes);
    expect(await rows()).toEqual([]);
  });
});
