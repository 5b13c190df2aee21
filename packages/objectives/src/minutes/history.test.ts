import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counts, countsOf } from './counts.ts';
import { emptyDay } from './day-block.ts';
import { encodeDay } from './encode-day.ts';
import { MinuteHistory } from './history.ts';

const start = 20_000 * 1440;
const length = 4 * 1440;
const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 40 }));
const contribution = fc.record({
  at: fc.integer({ min: 0, max: length - 1 }),
  good: count,
  bad: count,
  excluded: count,
  clientErrors: count,
  measured: fc.integer({ min: 0, max: 3000 }),
});
const contributions = fc.array(contribution, { maxLength: 20 });
const spans = fc.tuple(
  fc.integer({ min: -2000, max: length + 2000 }),
  fc.integer({ min: -2000, max: length + 2000 }),
);

function historyOf(given: readonly (Counts & { readonly at: number })[]): MinuteHistory {
  const history = new MinuteHistory();
  for (const { at, ...counts } of given) history.add(start + at, counts);
  return history;
}

describe('the history of minutes', () => {
  it('sums any window as adding up its contributions would, in any order', () => {
    fc.assert(
      fc.property(contributions, spans, fc.infiniteStream(fc.nat()), (given, [from, to], dice) => {
        const order = given
          .map((each) => ({ each, key: dice.next().value }))
          .toSorted((a, b) => a.key - b.key);
        const history = historyOf(order.map(({ each }) => each));
        const slow = { good: 0, bad: 0, excluded: 0, clientErrors: 0, measured: 0 };
        for (const counts of given.filter((each) => each.at >= from && each.at < to))
          for (const column of Object.keys(slow) as (keyof Counts)[])
            slow[column] += counts[column];
        expect(history.sum({ from: start + from, to: start + to })).toEqual(slow);
      }),
      { numRuns: 200 },
    );
  });

  it('takes in late minutes between questions', () => {
    fc.assert(
      fc.property(contributions, contributions, spans, (first, late, [from, to]) => {
        const span = { from: start + from, to: start + to };
        const history = historyOf(first);
        history.sum(span);
        for (const { at, ...counts } of late) history.add(start + at, counts);
        expect(history.sum(span)).toEqual(historyOf([...late, ...first]).sum(span));
      }),
      { numRuns: 100 },
    );
  });

  it('answers the same of stored days, whenever it is packed between questions', () => {
    fc.assert(
      fc.property(
        contributions,
        contributions,
        spans,
        fc.boolean(),
        (first, late, span, packed) => {
          const [from, to] = [start + span[0], start + span[1]];
          const plain = historyOf(first);
          const stored = new MinuteHistory();
          for (let day = start / 1440; day < start / 1440 + 4; day += 1) {
            const block = plain.day(day);
            if (block !== undefined) stored.putStored({ day, bytes: encodeDay(block) });
          }
          const same = () => {
            expect(stored.sum({ from, to })).toEqual(plain.sum({ from, to }));
            expect(stored.day(start / 1440)).toEqual(plain.day(start / 1440));
          };
          same();
          if (packed) stored.pack();
          for (const { at, ...counts } of late)
            for (const history of [plain, stored]) history.add(start + at, counts);
          stored.pack();
          same();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds stored days packed until they are asked for, and packs them again', () => {
    const history = new MinuteHistory();
    const bytes = encodeDay(emptyDay(20_000));
    history.putStored({ day: 20_000, bytes });
    expect(history.held()).toEqual({ openDays: 0, storedBytes: bytes.length });
    history.sum({ from: start, to: start + 1 });
    expect(history.held().openDays).toBe(1);
    history.pack();
    expect(history.held()).toEqual({ openDays: 0, storedBytes: bytes.length });
  });

  it('refuses bytes of another day when they are read', () => {
    const history = new MinuteHistory();
    history.putStored({ day: 20_001, bytes: encodeDay(emptyDay(20_000)) });
    expect(() => history.day(20_001)).toThrow(RangeError);
  });

  it('takes back what was counted wrongly', () => {
    const history = historyOf([{ at: 5, ...countsOf({ good: 10, bad: 4 }) }]);
    history.add(start + 5, { bad: -3, good: 3 });
    expect(history.sum({ from: start, to: start + 10 })).toMatchObject({ good: 13, bad: 1 });
  });

  it('refuses a count below nothing, a broken one, one beyond exactness, and changes nothing', () => {
    const history = historyOf([{ at: 0, ...countsOf({ good: 1 }) }]);
    for (const delta of [
      { good: -2 },
      { bad: 0.5 },
      { good: 2 ** 53 },
      { bad: Number.NaN },
      { measured: 60_001 },
    ])
      expect(() => history.add(start, { excluded: 1, ...delta })).toThrow(RangeError);
    expect(history.sum({ from: start, to: start + 1 })).toEqual(countsOf({ good: 1 }));
  });

  it('refuses days that lie a century apart', () => {
    const history = historyOf([{ at: 0, ...countsOf({ good: 1 }) }]);
    expect(() => history.add(0, { good: 1 })).not.toThrow();
    expect(() => history.add(-40_000 * 1440, { good: 1 })).toThrow(/span more than/);
  });

  it('puts a stored day in the place of what it knew', () => {
    const history = historyOf([{ at: 3, ...countsOf({ good: 7 }) }]);
    history.putDay(emptyDay(20_000));
    expect(history.sum({ from: start, to: start + 1440 }).good).toBe(0);
  });
});
