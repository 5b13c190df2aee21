import { type DayBlock, decodeDay, emptyDay, minutesPerDay } from '@sekisho/objectives/minutes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../../test/support/world.ts';
import { bareHouse } from '../../../test/bare-house.ts';
import type { House, Tx } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import {
  changedDays,
  contribute,
  contributeAll,
  daysOf,
  forgetMinutesBefore,
  type SeriesContribution,
  withdraw,
} from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let house: House;
let clock: TurnableClock;

beforeAll(async () => {
  database = await openTestDatabase();
  ({ house, clock } = bareHouse(database));
});
afterAll(() => database.close());

const within = <T>(work: (tx: Tx) => Promise<T>) => transactAsSystem(house, work);
const day = 20_000;
const start = day * minutesPerDay;

function contribution(more: Partial<SeriesContribution> = {}): SeriesContribution {
  const minutes = [{ minute: start + 5, good: 3, bad: 1, excluded: 0, clientErrors: 0 }];
  const covers = [{ from: start + 5, to: start + 10 }];
  return {
    ...{ series: 's', source: 'lb', segment: 'a', day, extent: 1, covers, minutes },
    ...more,
  };
}

const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 40 }));
const anyContribution = fc.record({
  segment: fc.constantFrom('a', 'b', 'c'),
  day: fc.constantFrom(day, day + 1),
  extent: fc.integer({ min: 1, max: 4 }),
  covers: fc.array(
    fc
      .tuple(fc.integer({ min: -99, max: 5700 }), fc.integer({ min: 1, max: 300 }))
      // Quarters of minutes: whole milliseconds, and exact in binary.
      .map(([from, length]) => ({ from: from / 4, to: (from + length) / 4 })),
    { maxLength: 3 },
  ),
  minutes: fc.array(
    fc.record({
      ...{ minute: fc.integer({ min: 0, max: 1439 }), good: count, bad: count },
      ...{ excluded: count, clientErrors: count },
    }),
    { maxLength: 5 },
  ),
});

/** A generated contribution, its minutes and covers moved to where its day is. */
function placed(
  series: string,
  { covers, minutes, ...rest }: typeof anyContribution extends fc.Arbitrary<infer T> ? T : never,
): SeriesContribution {
  const first = rest.day * minutesPerDay;
  return {
    ...{ ...rest, series, source: 'lb' },
    covers: covers.map(({ from, to }) => ({ from: first + from, to: first + to })),
    minutes: minutes.map(({ minute, ...counts }) => ({ minute: first + minute, ...counts })),
  };
}

/** Which reading of a segment stands, by a plain rule that is not the store's: the longest, and of those one that both know. */
function freshFold(all: readonly SeriesContribution[], wanted: number): DayBlock {
  const block = emptyDay(wanted);
  const covered = new Set<number>();
  const bySegment = Map.groupBy(
    all.filter((one) => one.day === wanted),
    ({ segment }) => segment,
  );
  for (const readings of bySegment.values()) {
    const stands = readings.reduce((a, b) => (b.extent > a.extent ? b : a));
    for (const { minute, good, bad, excluded, clientErrors } of stands.minutes) {
      const at = minute - wanted * minutesPerDay;
      for (const [column, more] of Object.entries({ good, bad, excluded, clientErrors }))
        block[column as 'good'][at] = (block[column as 'good'][at] ?? 0) + more;
    }
    for (const { from, to } of stands.covers)
      for (let quarter = from * 4; quarter < to * 4; quarter += 1) covered.add(quarter);
  }
  for (let at = 0; at < minutesPerDay; at += 1)
    for (let quarter = 0; quarter < 4; quarter += 1)
      if (covered.has((wanted * minutesPerDay + at) * 4 + quarter))
        block.measured[at] = (block.measured[at] ?? 0) + 15_000;
  return block;
}

/** Days that hold something; a day without anything may be stored or not. */
function known(blocks: readonly DayBlock[]): readonly DayBlock[] {
  const columns = ['good', 'bad', 'excluded', 'clientErrors', 'measured'] as const;
  return blocks.filter((block) => columns.some((column) => block[column].some(Boolean)));
}

describe('the minutes of a series', () => {
  it('are the fresh fold of the final set, whatever came twice, late, in pieces, in any order, from two writers', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyContribution, {
          maxLength: 12,
          // Two readings of one extent that differ do not come from one source; which stands is tested below.
          selector: ({ segment, day: of, extent }) => `${segment} ${of} ${extent}`,
        }),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 4 }),
        async (given, dice, size) => {
          const series = `p${(run += 1)}`;
          const all = given.map((one) => placed(series, one));
          const again = all.filter(() => dice.next().value % 2 === 0);
          const order = [...all, ...again]
            .map((one) => ({ one, key: dice.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const writers = [0, 1].map((writer) => order.filter((_, at) => at % 2 === writer));
          await Promise.all(
            writers.map(async (mine) => {
              for (let at = 0; at < mine.length; at += size)
                await within((tx) => contributeAll(tx, mine.slice(at, at + size)));
            }),
          );
          const stored = await within((tx) => daysOf(tx, series, { from: day, to: day + 2 }));
          const fresh = [day, day + 1].map((one) => freshFold(all, one));
          expect(known(stored)).toEqual(known(fresh));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of two readings of one extent keep the same one, whichever came first', async () => {
    const minute = { minute: start, good: 1, bad: 0, excluded: 0, clientErrors: 0 };
    const readings = (series: string) =>
      [1, 2].map((good) => contribution({ series, minutes: [{ ...minute, good }] }));
    await within((tx) => contributeAll(tx, readings('t1')));
    await within((tx) => contributeAll(tx, readings('t2').toReversed()));
    const [one, other] = await within(async (tx) => [
      await daysOf(tx, 't1', { from: day, to: day + 1 }),
      await daysOf(tx, 't2', { from: day, to: day + 1 }),
    ]);
    expect(one).toEqual(other);
  });

  it('say whether anything changed, and count their versions', async () => {
    const one = contribution({ series: 'v' });
    expect(await within((tx) => contribute(tx, one))).toBe(true);
    expect(await within((tx) => contribute(tx, one))).toBe(false);
    expect(await within((tx) => contribute(tx, { ...one, extent: 0 }))).toBe(false);
    const since = clock.now();
    clock.turn(60);
    expect(await within((tx) => contribute(tx, { ...one, extent: 2, minutes: [] }))).toBe(true);
    const changed = await within((tx) => changedDays(tx, ['v', 't'], clock.now()));
    expect(changed).toMatchObject([{ series: 'v', day, version: 2 }]);
    const [day1] = changed;
    expect(decodeDay(day1?.bytes ?? new Uint8Array()).good.some(Boolean)).toBe(false);
    const earlier = await within((tx) => changedDays(tx, ['v'], since));
    expect(earlier.length).toBeGreaterThan(0);
  });

  it('refuse what cannot be, and keep what they had', async () => {
    const one = contribution({ series: 'r' });
    await within((tx) => contribute(tx, one));
    const before = await within((tx) => daysOf(tx, 'r', { from: day, to: day + 1 }));
    const [minute] = one.minutes;
    if (minute === undefined) throw new Error('the contribution has no minute');
    for (const wrong of [{ minute: start - 1 }, { good: -1 }, { bad: 0.5 }, { good: 2 ** 53 }])
      await expect(
        within((tx) => contribute(tx, { ...one, extent: 9, minutes: [{ ...minute, ...wrong }] })),
      ).rejects.toThrow(RangeError);
    const much = contribution({ series: 'r', segment: 'b' });
    await expect(
      within((tx) =>
        contribute(tx, { ...much, minutes: [{ ...minute, good: Number.MAX_SAFE_INTEGER }] }),
      ),
    ).rejects.toThrow(RangeError);
    expect(await within((tx) => daysOf(tx, 'r', { from: day, to: day + 1 }))).toEqual(before);
  });

  it('lose exactly what a withdrawn segment gave', async () => {
    const kept = contribution({ series: 'w', segment: 'kept' });
    await within((tx) => contribute(tx, kept));
    const before = await within((tx) => daysOf(tx, 'w', { from: day, to: day + 2 }));
    const gone = contribution({
      series: 'w',
      segment: 'gone',
      covers: [{ from: start, to: start + 7 }],
    });
    await within((tx) => contribute(tx, gone));
    expect(await within((tx) => withdraw(tx, 'lb', 'gone'))).toBe(true);
    expect(await within((tx) => withdraw(tx, 'lb', 'gone'))).toBe(false);
    expect(await within((tx) => daysOf(tx, 'w', { from: day, to: day + 2 }))).toEqual(before);
  });

  it('are forgotten by whole days', async () => {
    const later = start + minutesPerDay;
    const minutes = [{ minute: later, good: 1, bad: 0, excluded: 0, clientErrors: 0 }];
    const more = { series: 'f', day: day + 1, minutes, covers: [{ from: later, to: later + 1 }] };
    await within((tx) => contributeAll(tx, [contribution({ series: 'f' }), contribution(more)]));
    await within((tx) => forgetMinutesBefore(tx, day + 1));
    const left = await within((tx) => daysOf(tx, 'f', { from: 0, to: day + 9 }));
    expect(left.map((block) => block.day)).toEqual([day + 1]);
    expect(left[0]?.good[0]).toBe(1);
  });
});
