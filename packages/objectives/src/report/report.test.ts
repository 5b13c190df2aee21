import { describe, expect, it } from 'vitest';
import type { Objective } from '../budget/index.ts';
import { minuteOf } from '../minutes/index.ts';
import type { CountedMinute } from './counted-minute.ts';
import { makeReport } from './report.ts';

const start = minuteOf(Date.parse('2026-10-01T00:00Z'));
const day = 1440;
const objectiveOf = (target: number, days = 30): Objective => ({
  method: { kind: 'occurrences' },
  window: { kind: 'rolling', minutes: days * day },
  targets: [{ from: 0, target }],
  missing: 'exclude',
});

/** Ten requests a minute, as `each` says; minutes that it leaves out have no line. */
function minutesOf(
  length: number,
  each: (at: number) => Partial<CountedMinute> | null = () => ({}),
): readonly CountedMinute[] {
  return Array.from({ length }, (_, at) => ({ at, said: each(at) })).flatMap(({ at, said }) =>
    said === null ? [] : [{ minute: start + at, good: 10, bad: 0, excluded: 0, ...said }],
  );
}

function reportOf(objective: Objective, minutes: readonly CountedMinute[], routes = {}) {
  const report = makeReport({ objective, minutes, routes: [], points: 50, ...routes });
  if (report === null) throw new Error('there is no report');
  return report;
}

const outage = (from: number, length: number) => (at: number) =>
  at >= from && at < from + length ? { good: 5, bad: 5 } : {};

describe('a report from logs', () => {
  it('reckons the budget exactly, over what is known of a window that is not yet full', () => {
    const { budget, logs } = reportOf(objectiveOf(0.99), minutesOf(2 * day, outage(100, 20)));
    expect(budget).toMatchObject({ total: 28_800, bad: 100, full: false });
    expect(budget.allowed).toBe(288);
    expect(budget.remaining).toBe(188);
    expect(logs).toEqual({ span: { from: start, to: start + 2 * day }, holes: [] });
  });

  it('explains each page in the arithmetic of its first minute', () => {
    const { firings } = reportOf(objectiveOf(0.999), minutesOf(2 * day, outage(1000, 30)));
    const page = firings.find(({ severity }) => severity === 'page');
    // 10 of 600 are over 14.4 × 0.1 % at once; 20 are more than chance would bring to that rate.
    expect(page).toMatchObject({ key: 'burn-page', firedAt: start + 1004 });
    expect(page?.readings.find(({ holds }) => holds)).toMatchObject({
      tier: 'page-quick',
      long: { bad: 20, total: 600 },
      guard: { significant: true, shareMet: true },
    });
  });

  it('shows what the guard held back, and why', () => {
    const quiet = (at: number) => {
      if (at % 20 !== 0) return null;
      return at === 20_000 || at === 20_020 ? { good: 0, bad: 1 } : { good: 1 };
    };
    const { firings, held } = reportOf(objectiveOf(0.99), minutesOf(29 * day, quiet));
    expect(firings.filter(({ severity }) => severity === 'page')).toEqual([]);
    const first = held.find(({ key }) => key === 'burn-page');
    const reading = first?.readings.find((one) => one.kind === 'burn' && one.guard !== null);
    expect(reading).toMatchObject({ why: 'not-significant', long: { bad: 1, total: 3 } });
  });

  it('says that a budget was spent only from the time on that its whole window is known', () => {
    const early = (at: number) => (at === 3 ? { good: 5, bad: 5 } : {});
    const short = reportOf(objectiveOf(0.999, 7), minutesOf(5 * day, early));
    expect(short.firings.filter(({ key }) => key === 'spent-1')).toEqual([]);
    const bad = (at: number) => (at % 100 === 0 ? { good: 5, bad: 5 } : {});
    const long = reportOf(objectiveOf(0.999, 7), minutesOf(9 * day, bad));
    expect(long.firings.filter(({ key }) => key === 'spent-1')).toMatchObject([
      { firedAt: start + 7 * day, resolvedAt: null },
    ]);
  });

  it('takes the month in which logs begin as known in part, unless they begin with it', () => {
    const monthly = { kind: 'calendar', unit: 'month', count: 1, timeZone: 'UTC' } as const;
    const spentOf = (timeZone: string) => {
      const objective = { ...objectiveOf(0.999), window: { ...monthly, timeZone } };
      const { firings } = reportOf(objective, minutesOf(2 * day, outage(3, 1)));
      return firings.filter(({ key }) => key === 'spent-1').length;
    };
    expect(spentOf('UTC')).toBe(1);
    expect(spentOf('Asia/Tokyo')).toBe(0);
  });

  it('takes a long silence at busy hours as not measured, and quiet nights as idle', () => {
    const isNight = (at: number) => at % day < 600;
    const each = (at: number) =>
      isNight(at) || (at >= 4 * day + 700 && at < 4 * day + 800) ? null : {};
    const { logs, budget } = reportOf(objectiveOf(0.99), minutesOf(10 * day, each));
    const hole = { from: start + 4 * day + 700, to: start + 4 * day + 800 };
    expect(logs.holes).toEqual([hole]);
    expect(logs.span.from).toBe(start + 600);
    expect(budget.coverage.measured / 60_000).toBe(10 * day - 600 - 100);
  });

  it('tells a hole from a quiet night by the hours beside it, where the logs are short', () => {
    const each = (at: number) => {
      if (at >= 300 && at < 400) return null;
      if (at < 700 || at >= 1300) return {};
      return at % 40 === 0 ? { good: 1 } : null;
    };
    const isGap = (at: number) => (at >= 900 && at < 980) || (at >= 1220 && at < 1300);
    const gaps = (at: number) => (isGap(at) ? null : each(at));
    const { logs } = reportOf(objectiveOf(0.99), minutesOf(day, gaps));
    expect(logs.holes).toEqual([{ from: start + 300, to: start + 400 }]);
  });

  it('names the worst hours and the routes that failed most within the window', () => {
    const minutes = minutesOf(10 * day, outage(9 * day + 30, 60));
    const old = minutesOf(60, () => ({ bad: 500 }));
    const routes = [
      { name: 'fine', minutes: minutesOf(10 * day) },
      { name: 'worst', minutes: [...old, ...minutes.slice(9 * day)] },
      { name: 'idle', minutes: [] },
    ];
    const report = reportOf(objectiveOf(0.99, 7), minutes, { routes });
    expect(report.worstHours.map(({ from, bad }) => [from - start, bad])).toEqual([
      [9 * day, 150],
      [9 * day + 60, 150],
    ]);
    expect(report.routes).toMatchObject([
      { name: 'worst', bad: 300 },
      { name: 'fine', bad: 0 },
    ]);
  });

  it('draws buckets that hold every request, and a curve that ends with the budget', () => {
    const report = reportOf(objectiveOf(0.99), minutesOf(3 * day, outage(100, 20)));
    const { buckets, curve, burns } = report.plot;
    expect(buckets.reduce((sum, { bad }) => sum + bad, 0)).toBe(100);
    expect(buckets.reduce((sum, { measured }) => sum + measured, 0)).toBe(3 * day);
    expect(curve.at(-1)).toEqual({
      at: start + 3 * day,
      remainingShare: report.budget.remainingShare,
    });
    expect(burns.map(({ minutes }) => minutes)).toEqual([60, 360, 1440, 4320]);
  });

  it('says which alerts can never fire, and has nothing to say without a minute', () => {
    const { dead } = reportOf(objectiveOf(0.9), minutesOf(day));
    expect(dead.map(({ tier }) => tier)).toEqual(['page-quick']);
    expect(
      makeReport({ objective: objectiveOf(0.9), minutes: [], routes: [], points: 9 }),
    ).toBeNull();
  });

  it('counts slices and calendar months as it counts events', () => {
    const objective: Objective = {
      ...objectiveOf(0.99),
      method: { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.9 },
      window: { kind: 'calendar', unit: 'month', count: 1, timeZone: 'UTC' },
    };
    const { budget } = reportOf(objective, minutesOf(2 * day + 2, outage(100, 20)));
    expect(budget).toMatchObject({ bad: 4, full: true });
    expect(budget.allowed).toBeCloseTo(31 * 288 * 0.01);
  });
});
