import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import { minuteOf, minutesPerDay, type Span } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../../../test/support/world.ts';
import { bareHouse } from '../../../../test/bare-house.ts';
import { clearDatabase } from '../../../../test/clear-database.ts';
import { adaptersOf, lateSlo, memoryStore } from '../../../../test/late-objects.ts';
import type { House, Tx } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/database.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { changedDays, daysOf, seriesOf, throughOf } from '../../minutes/index.ts';
import { type MeasuredMinute, SourceError } from '../../ports.ts';
import type { SourceAdapters } from '../adapters.ts';
import { ingest } from '../ingest.ts';
import { sourcesHealth } from '../sources/health.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let house: House;
let clock: TurnableClock;
let config: Config;
/** What the source says of a minute, and the spans it was asked for. */
let say: (minute: number) => Partial<MeasuredMinute> | null;
let asked: Span[];

const source: SourceConfig = {
  ...{ name: 'metrics', kind: 'prometheus', latenessMinutes: 3 },
  connection: {},
};
const slo = (name: string, days = 2): SloConfig =>
  lateSlo({
    ...{ id: name, window: { kind: 'rolling', minutes: days * minutesPerDay } },
    indicator: { kind: 'measured', source: 'metrics', query: { name } },
  });

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearDatabase(database);
  const made = bareHouse(database);
  clock = made.clock;
  config = { ...made.house.config(), slos: [slo('a')], sources: { metrics: source } };
  house = { ...made.house, config: () => config };
  say = () => ({});
  asked = [];
});

const within = <T>(work: (tx: Tx) => Promise<T>) => transactAsSystem(house, work);
const now = () => minuteOf(clock.now().getTime());

const adapters: SourceAdapters = {
  ...adaptersOf(memoryStore()),
  minuteSource: ({ indicator }) => ({
    read: async (span) => {
      if (indicator.kind === 'measured' && indicator.query['name'] === 'broken')
        throw new SourceError('refused', 'no such metric');
      asked.push(span);
      const minutes: MeasuredMinute[] = [];
      for (let minute = span.from; minute < Math.min(span.to, now()); minute += 1) {
        const said = say(minute);
        const usual = { good: 10, bad: 1, excluded: 0, clientErrors: 0, measured: 60_000 };
        if (said !== null) minutes.push({ minute, ...usual, ...said });
      }
      return minutes;
    },
  }),
};

async function minuteOfSlo(minute: number, of = slo('a')) {
  const day = Math.floor(minute / minutesPerDay);
  const [block] = await within((tx) => daysOf(tx, seriesOf(of), { from: day, to: day + 1 }));
  const at = minute - day * minutesPerDay;
  return [block?.good[at] ?? 0, block?.bad[at] ?? 0, block?.measured[at] ?? 0];
}

describe('a source that has counted already', () => {
  it('is asked for the present, then for the past that the SLO looks at, then for what is new or late', async () => {
    await ingest(house, adapters, source);
    const began = now();
    expect(asked[0]).toEqual({ from: began - 63, to: began });
    expect(Math.min(...asked.map(({ from }) => from))).toBe(began - 2 * minutesPerDay);
    for (const ago of [1, 200, 2 * minutesPerDay])
      expect(await minuteOfSlo(began - ago)).toEqual([10, 1, 60_000]);
    expect(await minuteOfSlo(began - 2 * minutesPerDay - 1)).toEqual([0, 0, 0]);
    expect(await within((tx) => throughOf(tx, 'metrics'))).toBe(began - 3);
    asked = [];
    clock.turn(600);
    await ingest(house, adapters, source);
    expect(asked).toEqual([{ from: began - 3, to: began + 10 }]);
    expect(await minuteOfSlo(began + 9)).toEqual([10, 1, 60_000]);
  });

  it('corrects what it said before, and takes back what it no longer says', async () => {
    const end = now();
    say = (minute) => (minute >= end - 2 ? { good: 4, measured: 30_000 } : {});
    await ingest(house, adapters, source);
    expect(await minuteOfSlo(end - 1)).toEqual([4, 1, 30_000]);
    clock.turn(60);
    say = (minute) => (minute === end - 2 ? null : {});
    await ingest(house, adapters, source);
    expect(await minuteOfSlo(end - 1)).toEqual([10, 1, 60_000]);
    expect(await minuteOfSlo(end - 2)).toEqual([0, 0, 0]);
    expect(await minuteOfSlo(end - 3)).toEqual([10, 1, 60_000]);
  });

  it('changes no day when it says the same again', async () => {
    const quiet = now();
    say = (minute) => (minute < quiet ? {} : null);
    await ingest(house, adapters, source);
    clock.turn(60);
    await ingest(house, adapters, source);
    const series = config.slos.map(seriesOf);
    expect(await within((tx) => changedDays(tx, series, clock.now()))).toEqual([]);
  });

  it('that knows nothing of one SLO answers for the others, and says which it was', async () => {
    config = { ...config, slos: [slo('broken'), slo('a')] };
    await ingest(house, adapters, source);
    expect(await minuteOfSlo(now() - 1)).toEqual([10, 1, 60_000]);
    const [health] = await within(sourcesHealth);
    expect(health).toMatchObject({
      ...{ failures: 0, through: now() - 3 },
      error: { code: 'refused', message: 'broken: no such metric' },
    });
  });

  it('that answers for none is left alone for a while', async () => {
    config = { ...config, slos: [slo('broken')] };
    await expect(ingest(house, adapters, source)).rejects.toMatchObject({ code: 'refused' });
    const [health] = await within(sourcesHealth);
    expect(health).toMatchObject({ failures: 1, through: null });
  });

  it('of a kind that nothing here can read says so', async () => {
    const none = { ...adapters, minuteSource: () => null };
    await expect(ingest(house, none, source)).rejects.toThrow(/prometheus cannot be read/);
  });

  it('is asked for what was missed while nobody asked, a day at a time', async () => {
    await ingest(house, adapters, source);
    const before = now();
    asked = [];
    clock.turn(3 * 86_400);
    await ingest(house, adapters, source);
    expect(asked[0]).toEqual({ from: before - 3, to: before - 3 + minutesPerDay });
    expect(asked.at(-1)?.to).toBe(now());
    expect(await minuteOfSlo(before + minutesPerDay)).toEqual([10, 1, 60_000]);
  });
});
