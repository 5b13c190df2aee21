import { addToDay, emptyDay, encodeDay, type StoredDay } from '@sekisho/objectives/minutes';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../platform/context.ts';
import { Histories } from './histories.ts';
import type { Reads } from './reads.ts';

const today = 20_000;
const minutes = (from: number, to: number) => ({ from: from * 1440, to: to * 1440 });

let read: string[];
let changes: (StoredDay & { series: string; version: number })[];
let asked: (readonly string[])[];
beforeEach(() => {
  read = [];
  changes = [];
  asked = [];
});

const reads: Pick<Reads, 'storedDaysOf' | 'changedDays'> = {
  async storedDaysOf(_, series, { from, to }) {
    read.push(`${series} ${from - today}..${to - today}`);
    return Array.from({ length: to - from }, (_one, at) => storedDay(from + at, 1));
  },
  async changedDays(_, series) {
    asked.push(series);
    return changes.filter((each) => series.includes(each.series));
  },
};

function storedDay(day: number, good: number): StoredDay {
  const block = emptyDay(day);
  addToDay(block, day * 1440, { good });
  return { day, bytes: encodeDay(block) };
}

const dayBytes = storedDay(today, 1).bytes.length;

/** A new transaction each time, as many seconds on. */
const txAt = (seconds: number) => ({ now: new Date(seconds * 1000) }) as Tx;
const histories = (days = 1000, openDays = 1000) =>
  new Histories(reads as Reads, { openDays, storedBytes: days * dayBytes });

describe('minutes held in memory', () => {
  it('are read once, and then only what is missing', async () => {
    const held = histories();
    await held.of(txAt(0), 'a', minutes(today - 3, today - 1));
    await held.of(txAt(1), 'a', minutes(today - 2, today - 1));
    const { history } = await held.of(txAt(2), 'a', minutes(today - 5, today));
    expect(read).toEqual(['a -3..0', 'a -5..-3', 'a 0..1']);
    expect(history.sum(minutes(today - 5, today + 1)).good).toBe(6);
  });

  it('follow what changed, and say that they did', async () => {
    const held = histories();
    const before = await held.of(txAt(0), 'a', minutes(today - 1, today));
    changes = [{ series: 'a', version: 2, ...storedDay(today, 7) }];
    const after = await held.of(txAt(60), 'a', minutes(today - 1, today));
    expect(after.history.sum(minutes(today, today + 1)).good).toBe(7);
    expect(after.generation).toBeGreaterThan(before.generation);
    const again = await held.of(txAt(120), 'a', minutes(today - 1, today));
    expect(again.generation).toBe(after.generation);
    changes = [{ series: 'b', version: 9, ...storedDay(today, 7) }];
    const other = await held.of(txAt(180), 'a', minutes(today - 1, today));
    expect(other.generation).toBe(after.generation);
  });

  it('serve those that fit in each round, where all do not', async () => {
    const held = histories(9);
    const round = async (seconds: number) => {
      read = [];
      for (const series of ['a', 'b', 'c', 'd'])
        await held.of(txAt(seconds), series, minutes(today - 2, today));
      return read.length;
    };
    expect(await round(0)).toBe(4);
    expect(await round(60)).toBeLessThanOrEqual(3);
    expect(await round(120)).toBeLessThanOrEqual(3);
  });

  it('are asked about with one question for many, and only once in a transaction', async () => {
    const held = histories();
    for (const series of ['a', 'b', 'c']) await held.of(txAt(0), series, minutes(today - 1, today));
    const tx = txAt(60);
    changes = [{ series: 'b', version: 2, ...storedDay(today, 7) }];
    await held.refresh(tx, ['a', 'b', 'unheard']);
    const { history } = await held.of(tx, 'b', minutes(today - 1, today));
    await held.of(tx, 'a', minutes(today - 1, today));
    expect(asked).toEqual([['a', 'b']]);
    expect(history.sum(minutes(today, today + 1)).good).toBe(7);
    await held.of(tx, 'c', minutes(today - 1, today));
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('are packed where too many are open, and answer as before', async () => {
    const held = histories(1000, 4);
    const all = [];
    for (const seconds of [0, 60, 120])
      for (const series of ['a', 'b', 'c']) {
        const { history } = await held.of(txAt(seconds), series, minutes(today - 2, today));
        expect(history.sum(minutes(today - 2, today + 1)).good).toBe(3);
        all.push(history);
      }
    expect(read).toHaveLength(3);
    await held.of(txAt(180), 'a', minutes(today - 2, today));
    const open = [...new Set(all)].map((history) => history.held().openDays);
    expect(open.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(6);
  });

  it('are let go when nobody uses them any more', async () => {
    const held = histories(6);
    await held.of(txAt(0), 'gone', minutes(today - 2, today));
    for (const seconds of [1000, 1060])
      for (const series of ['a', 'b'])
        await held.of(txAt(seconds), series, minutes(today - 2, today));
    read = [];
    await held.of(txAt(1120), 'a', minutes(today - 2, today));
    await held.of(txAt(1120), 'b', minutes(today - 2, today));
    expect(read).toEqual([]);
  });
});
