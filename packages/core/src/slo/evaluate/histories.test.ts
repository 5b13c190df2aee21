import { addToDay, type DayBlock, emptyDay } from '@sekisho/objectives/minutes';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../platform/context.ts';
import { Histories } from './histories.ts';
import type { Reads } from './reads.ts';

const today = 20_000;
const minutes = (from: number, to: number) => ({ from: from * 1440, to: to * 1440 });

let read: string[];
let changes: { series: string; day: number; version: number; block: DayBlock }[];
beforeEach(() => {
  read = [];
  changes = [];
});

const reads: Pick<Reads, 'daysOf' | 'changedDays'> = {
  async daysOf(_, series, { from, to }) {
    read.push(`${series} ${from - today}..${to - today}`);
    return Array.from({ length: to - from }, (_one, at) => blockOf(from + at, 1));
  },
  changedDays: async () => changes,
};

function blockOf(day: number, good: number): DayBlock {
  const block = emptyDay(day);
  addToDay(block, day * 1440, { good });
  return block;
}

/** A new transaction each time, as many seconds on. */
const txAt = (seconds: number) => ({ now: new Date(seconds * 1000) }) as Tx;
const histories = (most?: number) => new Histories(reads as Reads, most);

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
    changes = [{ series: 'a', day: today, version: 2, block: blockOf(today, 7) }];
    const after = await held.of(txAt(60), 'a', minutes(today - 1, today));
    expect(after.history.sum(minutes(today, today + 1)).good).toBe(7);
    expect(after.generation).toBeGreaterThan(before.generation);
    const again = await held.of(txAt(120), 'a', minutes(today - 1, today));
    expect(again.generation).toBe(after.generation);
    changes = [{ series: 'b', day: today, version: 9, block: blockOf(today, 7) }];
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
