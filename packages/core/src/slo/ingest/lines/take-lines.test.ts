import type { Config } from '@sekisho/config';
import { createScanner, formatOf, type LogEventLine, mappedFormats } from '@sekisho/counting';
import { minuteOf } from '@sekisho/objectives/minutes';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../../../test/support/world.ts';
import { bareHouse } from '../../../../test/bare-house.ts';
import { clearDatabase } from '../../../../test/clear-database.ts';
import { lateSlo } from '../../../../test/late-objects.ts';
import type { House } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/database.ts';
import { transactAsSystem } from '../../../platform/transact-as-system.ts';
import { daysOf, seriesOf, throughOf } from '../../minutes/index.ts';
import { forgetOldMinutes } from '../forget.ts';
import { linesSince } from '../read-lines/store.ts';
import { type SubscriptionConfig, takeLines } from './take-lines.ts';

vi.setConfig({ testTimeout: 60_000 });

const source: SubscriptionConfig = {
  ...{ name: 'shop-logs', kind: 'cloudwatch-logs', latenessMinutes: 10, quietMinutes: 3 },
  ...{ accessKeyVariable: 'SEKISHO_SOURCE_KEY', format: 'jsonl', fields: null },
};
const sli = { goodWhen: { not: { status: [{ from: 500, to: 599 }] } } };
const slo = lateSlo({ indicator: { kind: 'events', source: source.name, sli } });

let database: Database;
let house: House;
let clock: TurnableClock;
let now: number;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(begin);

async function begin(): Promise<void> {
  await clearDatabase(database);
  const made = bareHouse(database);
  clock = made.clock;
  const config: Config = {
    ...made.house.config(),
    slos: [slo],
    sources: { [source.name]: source },
  };
  house = { ...made.house, config: () => config };
  now = minuteOf(clock.now().getTime());
}

const take = (events: readonly LogEventLine[]) =>
  transactAsSystem(house, (tx) => takeLines(tx, source, events));
const stored = () =>
  transactAsSystem(house, (tx) => daysOf(tx, seriesOf(slo), { from: 0, to: 40_000 }));

/** An event, and its line of a moment later. */
function eventOf(number: number, at: number, status: number): LogEventLine {
  const text = JSON.stringify({ time: new Date(at - 400).toISOString(), status });
  return { key: String(number).padStart(8, '0'), at, text };
}

const midnight = () => Math.floor(now / 1440) * 1440 * 60_000;

describe('events of a subscription', () => {
  it('count once, however they are split, repeated and ordered', async () => {
    const events = fc
      .array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.constantFrom(200, 503)), {
        ...{ minLength: 1, maxLength: 25 },
      })
      .map((all) => all.map(([minute, status], n) => [n, minute * 60_000 + n, status] as const));
    const deliveries = events.chain((all) =>
      fc.record({
        all: fc.constant(all),
        // Each delivery is some of the events; in the end all come once more, in pieces.
        parts: fc.array(fc.uniqueArray(fc.nat(all.length - 1), { maxLength: 8 }), { maxLength: 5 }),
        cut: fc.nat(all.length),
      }),
    );
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ all, parts, cut }) => {
        await begin();
        const made = all.map(([n, ms, status]) => eventOf(n, midnight() + ms, status));
        await take(made);
        const once = await stored();
        await begin();
        for (const part of parts) await take(part.flatMap((at) => made[at] ?? []));
        await take(made.slice(cut).toReversed());
        await take([...made.slice(0, cut), ...made.slice(0, cut)]);
        expect(await stored()).toEqual(once);
        const scanner = createScanner({ format: formatOf('jsonl', undefined), sli });
        scanner.push(Buffer.from(made.map(({ text }) => `${text}\n`).join('')));
        const counted = once.flatMap((day) =>
          [...day.good].flatMap((good, at) => {
            const bad = day.bad[at] ?? 0;
            return good + bad === 0
              ? []
              : [{ minute: day.day * 1440 + at, good, bad, excluded: 0 }];
          }),
        );
        expect(counted).toEqual(scanner.end().minutes);
      }),
      { numRuns: 15 },
    );
  });

  it('that come in two deliveries at once count once', async () => {
    const events = Array.from({ length: 20 }, (_, n) => eventOf(n, midnight() + n * 7000, 200));
    await Promise.all([take(events), take(events.toReversed()), take(events.slice(5))]);
    const days = await stored();
    expect(days.flatMap(({ good }) => [...good]).reduce((sum, each) => sum + each, 0)).toBe(20);
    // What people are told of the lines counts them once as well.
    const broken = { ...eventOf(99, midnight(), 200), text: 'no json' };
    for (let times = 0; times < 2; times += 1) await take([broken]);
    const told = await transactAsSystem(house, (tx) => linesSince(tx, source.name, 0));
    expect(told).toMatchObject({ lines: 21, unparsed: [{ lines: 1, shape: 'aa aaa…' }] });
  });

  it('tell clients’ own errors where the plug-in for GraphQL servers wrote them', async () => {
    const statuses = [200, 400, 400, 404, 499, 500];
    const written = statuses.map((sliStatus, n): LogEventLine => {
      const at = midnight() + n * 1000;
      const line = { time: new Date(at).toISOString(), status: 200, sliStatus };
      return { key: String(n).padStart(8, '0'), at, text: JSON.stringify(line) };
    });
    const excludedWhen = { status: [{ from: 499, to: 499 }] };
    const config = house.config();
    const counted = { ...slo, indicator: { ...slo.indicator, sli: { ...sli, excludedWhen } } };
    house = { ...house, config: () => ({ ...config, slos: [counted] }) } as House;
    const usual = mappedFormats['jsonl']?.fields;
    if (usual === undefined) throw new Error('there is no such format');
    const fields = { ...usual, names: { ...usual.names, status: ['sliStatus'] } };
    const own = { ...source, fields };
    await transactAsSystem(house, (tx) => takeLines(tx, own, written));
    const [day] = await transactAsSystem(house, (tx) =>
      daysOf(tx, seriesOf(counted as typeof slo), { from: 0, to: 40_000 }),
    );
    const at = ({ good, bad, excluded, clientErrors }: NonNullable<typeof day>) =>
      [good, bad, excluded, clientErrors].map((each) => each[0]);
    expect(day && at(day)).toEqual([4, 1, 1, 2]);
  });

  it('are known as long as they could be counted again, and forgotten then', async () => {
    const event = eventOf(1, midnight() + 60_000, 200);
    expect(await take([event])).toEqual({ fresh: 1, outOfTime: 0 });
    clock.turn(2 * 86_400 - 60);
    await transactAsSystem(house, forgetOldMinutes);
    expect(await take([event])).toEqual({ fresh: 0, outOfTime: 0 });
    clock.turn(86_400);
    expect(await take([event])).toEqual({ fresh: 0, outOfTime: 1 });
    clock.turn(86_400);
    await transactAsSystem(house, forgetOldMinutes);
    const rows = await database.kysely.selectFrom('slo_log_events').selectAll().execute();
    expect(rows).toEqual([]);
  });

  it('that come while no SLO asks for them are not remembered', async () => {
    const config = house.config();
    house = { ...house, config: () => ({ ...config, slos: [] }) };
    const event = eventOf(1, midnight(), 200);
    expect(await take([event])).toEqual({ fresh: 0, outOfTime: 0 });
    house = { ...house, config: () => config };
    expect(await take([event])).toEqual({ fresh: 1, outOfTime: 0 });
  });

  it('need nobody to look: the watermark is as late as the source says', async () => {
    expect(await transactAsSystem(house, (tx) => throughOf(tx, source.name))).toBe(now - 10);
  });
});
