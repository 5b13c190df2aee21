import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnyClock } from './any-clock.ts';
import { createApacheClock } from './apache-clock.ts';
import { noMinute } from './calendar.ts';
import { microsecondsOf } from './digits.ts';
import { createIsoClock } from './iso-clock.ts';

const dates = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const minuteOf = (date: Date) => Math.floor(date.getTime() / 60_000);

describe('the clocks', () => {
  it('read every minute of ten thousand years as the system does, in any order', () => {
    const clock = createIsoClock();
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 5 }), (all) => {
        for (const date of all) {
          expect(clock(Buffer.from(`xx${date.toISOString()}`), 2)).toBe(minuteOf(date));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('read offsets, Unix times and brackets as the same minute', () => {
    const clock = createAnyClock();
    const read = (text: string) => clock(Buffer.from(text), 0, text.length);
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2001-09-10T00:00:00Z'),
          max: new Date('2286-11-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (date, offset) => {
          const ms = date.getTime();
          const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
          const two = (number: number) => String(number).padStart(2, '0');
          const [sign, size] = [offset < 0 ? '-' : '+', Math.abs(offset)];
          const zone = [two(Math.floor(size / 60)), two(size % 60)];
          for (const text of [
            `${local}${sign}${zone.join(':')}`,
            `${local.replace('T', ' ')}${sign}${zone.join('')}`,
            String(ms),
            `${ms}000`,
            `${ms}000000`,
            `${Math.floor(ms / 1000)}.25`,
          ]) {
            expect([text, read(text)]).toEqual([text, minuteOf(date)]);
          }
        },
      ),
    );
    expect(read('[04/Oct/2026:09:01:02 +0900]')).toBe(minuteOf(new Date('2026-10-04T00:01:00Z')));
  });

  it.each([
    '',
    '2026-10-04T00:01:00',
    '2026-10-04T00:01:00+9',
    '12345',
    '1791072062x',
    '04/Oct/2026',
    '[',
    '[]',
  ])('take %j for no time', (text) => {
    expect(createAnyClock()(Buffer.from(text), 0, text.length)).toBe(noMinute);
  });

  it('do not take a bad time for the one before that looks alike', () => {
    const clock = createApacheClock();
    const read = (text: string) => clock(Buffer.from(text), 0);
    const minute = minuteOf(new Date('2026-10-04T00:01:00Z'));
    expect(read('04/Oct/2026:09:01:02 +0900')).toBe(minute);
    expect(read('04/Oct/2026:09:01:59 +0900')).toBe(minute);
    expect(read('04/Oct/2026:09:01:60 +0900')).toBe(noMinute);
    expect(read('04/Oct/2026:09:01:02 +0000')).toBe(minute + 540);
  });
});

describe('a time in seconds', () => {
  it.each([
    ['0.300', 300_000],
    ['12', 12_000_000],
    ['0.3000001', 300_001],
    ['0.000', 0],
    ['.5', -1],
    ['1.', -1],
    ['1e3', -1],
    ['-1', -1],
    ['', -1],
  ])('%j is %d microseconds', (text, micros) => {
    expect(microsecondsOf(Buffer.from(text), 0, text.length)).toBe(micros);
  });
});
