import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, minuteOf } from '../minutes/index.ts';
import {
  type CalendarUnit,
  type CalendarWindow,
  checkWindow,
  spanOf,
  type Window,
} from './window.ts';

const at = (iso: string) => minuteOf(Date.parse(iso));
const calendar = (
  unit: CalendarUnit,
  timeZone: string,
  more: Partial<CalendarWindow> = {},
): Window => ({
  kind: 'calendar',
  unit,
  count: 1,
  timeZone,
  ...more,
});
const period = (window: Window, now: string) => {
  const { from, to } = spanOf(window, at(now));
  return [isoOf(from), isoOf(to), (to - from) / 60];
};

describe('the window of a budget', () => {
  it('rolls with the minutes', () => {
    expect(spanOf({ kind: 'rolling', minutes: 43_200 }, 50_000)).toEqual({
      from: 6800,
      to: 50_000,
    });
  });

  it('is a month by the clocks of Tokyo, to the minute at both edges', () => {
    const month = calendar('month', 'Asia/Tokyo');
    const october = ['2026-09-30T15:00:00Z', '2026-10-31T15:00:00Z', 744];
    expect(period(month, '2026-09-30T15:00Z')).toEqual(october);
    expect(period(month, '2026-10-31T14:59Z')).toEqual(october);
    expect(period(month, '2026-09-30T14:59Z')[1]).toBe(october[0]);
    expect(period(month, '2026-10-31T15:00Z')[0]).toBe(october[1]);
  });

  it.each([
    ['month', '2026-03-15T00:00Z', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z', 743],
    ['month', '2026-11-15T00:00Z', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z', 721],
    ['week', '2026-03-08T12:00Z', '2026-03-02T05:00:00Z', '2026-03-09T04:00:00Z', 167],
    ['week', '2026-11-01T12:00Z', '2026-10-26T04:00:00Z', '2026-11-02T05:00:00Z', 169],
    ['day', '2026-03-08T12:00Z', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', 23],
    ['quarter', '2026-05-05T00:00Z', '2026-04-01T04:00:00Z', '2026-07-01T04:00:00Z', 2184],
    ['quarter', '2026-01-01T05:00Z', '2026-01-01T05:00:00Z', '2026-04-01T04:00:00Z', 2159],
    ['year', '2026-05-05T00:00Z', '2026-01-01T05:00:00Z', '2027-01-01T05:00:00Z', 8760],
  ] as const)(
    'is a %s of New York across a change of clocks (%s)',
    (unit, now, from, to, hours) => {
      expect(period(calendar(unit, 'America/New_York'), now)).toEqual([from, to, hours]);
    },
  );

  it('starts where the clocks skip midnight, or show it twice', () => {
    // Chile skipped 2026-09-06T00:00; Havana repeats 2026-11-01T00:00.
    expect(period(calendar('day', 'America/Santiago'), '2026-09-06T12:00Z')).toEqual([
      '2026-09-06T04:00:00Z',
      '2026-09-07T03:00:00Z',
      23,
    ]);
    expect(period(calendar('day', 'America/Havana'), '2026-11-01T12:00Z')[2]).toBe(25);
  });

  it('keeps to its anchor: noon stays noon, and the 31st comes back after a short month', () => {
    const monthly = calendar('month', 'America/New_York', { anchor: '2022-01-31T12:00' });
    expect(period(monthly, '2026-03-01T00:00Z').slice(0, 2)).toEqual([
      '2026-02-28T17:00:00Z',
      '2026-03-31T16:00:00Z',
    ]);
    const fortnight = calendar('week', 'UTC', { count: 2, anchor: '2026-01-07T00:00' });
    expect(period(fortnight, '2026-01-06T23:59Z')).toEqual([
      '2025-12-24T00:00:00Z',
      '2026-01-07T00:00:00Z',
      336,
    ]);
  });

  it('cuts time into periods without gap or overlap', () => {
    const windows = fc.record({
      unit: fc.constantFrom<CalendarUnit>('day', 'week', 'month', 'quarter', 'year'),
      count: fc.integer({ min: 1, max: 5 }),
      timeZone: fc.constantFrom(
        'Asia/Tokyo',
        'America/New_York',
        'Australia/Lord_Howe',
        'America/Santiago',
      ),
      anchor: fc.constantFrom('2020-01-31T12:00', '2024-02-29T02:30', '2030-06-01T00:00'),
    });
    const moments = fc.integer({ min: at('2015-01-01T00:00Z'), max: at('2035-01-01T00:00Z') });
    fc.assert(
      fc.property(windows, moments, (given, now) => {
        const window: Window = { kind: 'calendar', ...given };
        const { from, to } = spanOf(window, now);
        expect(from <= now && now < to).toBe(true);
        expect(spanOf(window, from)).toEqual({ from, to });
        expect(spanOf(window, to - 1)).toEqual({ from, to });
        expect(spanOf(window, to).from).toBe(to);
        expect(spanOf(window, from - 1).to).toBe(from);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [{ kind: 'rolling', minutes: 0 }, 'bad-window'],
    [{ kind: 'rolling', minutes: 1.5 }, 'bad-window'],
    [calendar('month', 'Mars/Olympus'), 'bad-time-zone'],
    [calendar('month', 'UTC', { count: 0 }), 'bad-window'],
    [calendar('month', 'UTC', { anchor: 'soon' }), 'bad-anchor'],
  ] as const)('refuses what no budget can be kept for: %j', (window, code) => {
    expect(() => checkWindow(window)).toThrow(expect.objectContaining({ code }));
  });
});
