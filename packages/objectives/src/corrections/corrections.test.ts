import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, minuteOf } from '../minutes/index.ts';
import { BadCorrection, type Correction, type Recurring } from './correction.ts';
import { correctionsAt, maskedMinutes, maskOf } from './mask.ts';

const at = (iso: string) => minuteOf(Date.parse(iso));
const whose = { who: 'aki', why: 'maintenance', agreedBy: 'ben' };
const once = (id: string, from: number, to: number): Correction => ({
  id,
  when: { kind: 'once', from, to },
  ...whose,
});
const recurring = (when: Partial<Recurring>): Correction => ({
  id: 'nightly',
  when: {
    kind: 'recurring',
    rule: 'FREQ=WEEKLY;BYDAY=SU',
    start: '2026-03-01T02:30',
    timeZone: 'America/New_York',
    minutes: 60,
    ...when,
  },
  ...whose,
});
const startsIn = (correction: Correction, from: string, to: string) =>
  maskOf([correction], { from: at(from), to: at(to) }).spans.map((span) => isoOf(span.from));

describe('corrections', () => {
  it('take out a minute once, however many of them cover it', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 250 }), fc.integer({ min: 1, max: 60 })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(spans, (given) => {
        const within = { from: 0, to: 200 };
        const mask = maskOf(
          given.map(([from, length], index) => once(String(index), from, from + length)),
          within,
        );
        const slow = Array.from({ length: 200 }, (_, minute) =>
          given.some(([from, length]) => from <= minute && minute < from + length) ? 1 : 0,
        );
        expect([...maskedMinutes(mask, within)]).toEqual(slow);
        for (let minute = 0; minute < 200; minute += 17)
          expect(correctionsAt(mask, minute).length > 0 ? 1 : 0).toBe(slow[minute]);
      }),
    );
  });

  it('carry who, why and who agreed, for each that overlaps', () => {
    const mask = maskOf([once('a', 10, 20), { ...once('b', 15, 30), why: 'drill' }], {
      from: 0,
      to: 99,
    });
    expect(mask.spans).toEqual([{ from: 10, to: 30 }]);
    expect(correctionsAt(mask, 16)).toMatchObject([
      { id: 'a', ...whose },
      { id: 'b', why: 'drill' },
    ]);
  });

  it('recur by the clocks of their time zone, and skip a start that the clocks skip', () => {
    expect(startsIn(recurring({}), '2026-03-01T00:00Z', '2026-03-23T00:00Z')).toEqual([
      '2026-03-01T07:30:00Z',
      '2026-03-15T06:30:00Z',
      '2026-03-22T06:30:00Z',
    ]);
  });

  it('happen once where the clocks show their start twice', () => {
    const daily = recurring({ rule: 'FREQ=DAILY', start: '2025-11-01T01:30' });
    expect(startsIn(daily, '2025-11-01T00:00Z', '2025-11-04T00:00Z')).toEqual([
      '2025-11-01T05:30:00Z',
      '2025-11-02T05:30:00Z',
      '2025-11-03T06:30:00Z',
    ]);
  });

  it('take nothing out from the minute at which they were ended', () => {
    const within = { from: at('2026-03-01T00:00Z'), to: at('2026-03-23T00:00Z') };
    const until = at('2026-03-15T06:45Z');
    expect(maskOf([recurring({ until })], within).spans).toEqual([
      { from: at('2026-03-01T07:30Z'), to: at('2026-03-01T08:30Z') },
      { from: at('2026-03-15T06:30Z'), to: until },
    ]);
    expect(maskOf([recurring({ until: at('2026-03-15T06:30Z') })], within).spans).toHaveLength(1);
  });

  it.each([
    ['20260303', 'America/New_York', 3],
    ['20260303', 'Asia/Tokyo', 3],
    ['20260303T233000', 'America/New_York', 3],
    ['20260303T232959', 'America/New_York', 2],
    ['20260304T043000Z', 'America/New_York', 3],
  ])(
    'recur until a day is over, or a time by the clocks of their zone: %s in %s',
    (until, timeZone, times) => {
      const late = { start: '2026-03-01T23:30', rule: `FREQ=DAILY;UNTIL=${until}`, timeZone };
      expect(startsIn(recurring(late), '2026-02-28T00:00Z', '2026-03-09T00:00Z')).toHaveLength(
        times,
      );
    },
  );

  it('take out what reaches into the span from before it', () => {
    const mask = maskOf(
      [recurring({ rule: 'FREQ=MONTHLY;BYMONTHDAY=1', timeZone: 'Asia/Tokyo', minutes: 90 })],
      {
        from: at('2026-03-31T18:00Z'),
        to: at('2026-04-01T00:00Z'),
      },
    );
    expect(mask.spans).toEqual([{ from: at('2026-03-31T17:30Z'), to: at('2026-03-31T19:00Z') }]);
  });

  it.each([
    ['bad-rule', { rule: 'FREQ=SECONDLY' }, 'FREQ=SECONDLY'],
    ['bad-rule', { rule: 'FREQ=DAILY;BYHOUR=99' }, 'BYHOUR=99'],
    ['bad-rule', { rule: 'FREQ=DAILY;COUNT=-1' }, 'COUNT=-1'],
    ['bad-rule', { rule: 'FREQ=DAILY;UNTIL=20260231' }, 'UNTIL=20260231'],
    ['bad-rule', { rule: '' }, ''],
    ['bad-rule', { rule: 'FREQ=DAILY;__proto__=1' }, '__proto__=1'],
    [
      'bad-rule',
      { rule: 'FREQ=DAILY\nRDATE:20260101T000000Z' },
      'FREQ=DAILY\nRDATE:20260101T000000Z',
    ],
    ['bad-start', { start: 'soon' }, 'soon'],
    ['bad-start', { start: '2026-03-01T02:30Z' }, '2026-03-01T02:30Z'],
    ['bad-time-zone', { timeZone: 'Mars/Olympus' }, 'Mars/Olympus'],
    ['bad-length', { minutes: 0 }, '0'],
  ] as const)('say %s and which part of them it is', (code, when, part) => {
    const refused = () => maskOf([recurring(when)], { from: 0, to: 1 });
    expect(refused).toThrow(BadCorrection);
    expect(refused).toThrow(expect.objectContaining({ code, part, id: 'nightly' }));
  });

  it('refuse a span that ends before it begins', () => {
    expect(() => maskOf([once('x', 5, 5)], { from: 0, to: 9 })).toThrow(
      expect.objectContaining({ code: 'empty-span' }),
    );
  });
});
