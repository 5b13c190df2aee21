import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDistance, formatMoment, formatRelative } from './format-moment.ts';
import { parseMoment } from './parse-moment.ts';
import { momentOf, wallTime } from './zone.ts';

const now = new Date('2026-11-21T05:00:00Z'); // 14:00 in Tokyo
const tokyo = { now, timeZone: 'Asia/Tokyo' };

describe('reading a moment', () => {
  it.each([
    ['14:30', '2026-11-21T05:30:00.000Z'],
    ['9:00', '2026-11-22T00:00:00.000Z'],
    ['午後3時', '2026-11-21T06:00:00.000Z'],
    ['15時半', '2026-11-21T06:30:00.000Z'],
    ['3pm', '2026-11-21T06:00:00.000Z'],
    ['tomorrow 9:00', '2026-11-22T00:00:00.000Z'],
    ['明日 9:00', '2026-11-22T00:00:00.000Z'],
    ['明日の9時半', '2026-11-22T00:30:00.000Z'],
    ['あさって 12:00', '2026-11-23T03:00:00.000Z'],
    ['11月22日 9時', '2026-11-22T00:00:00.000Z'],
    ['11/22 9:00', '2026-11-22T00:00:00.000Z'],
    ['+2h', '2026-11-21T07:00:00.000Z'],
    ['in 2 hours', '2026-11-21T07:00:00.000Z'],
    ['2時間後', '2026-11-21T07:00:00.000Z'],
    ['2h ago', '2026-11-21T03:00:00.000Z'],
    ['2026-11-21T14:30:00Z', '2026-11-21T14:30:00.000Z'],
    ['2026-11-21T14:30+09:00', '2026-11-21T05:30:00.000Z'],
    ['2026-11-21 14:30', '2026-11-21T05:30:00.000Z'],
    ['2026-12-01', '2026-11-30T15:00:00.000Z'],
    ['１４：３０', '2026-11-21T05:30:00.000Z'],
  ])('understands %s in the reader’s zone', (text, iso) => {
    expect(parseMoment(text, tokyo)?.toISOString()).toBe(iso);
  });

  it('looks back where the past is asked for', () => {
    const back = { ...tokyo, past: true };
    expect(parseMoment('7d', back)?.toISOString()).toBe('2026-11-14T05:00:00.000Z');
    expect(parseMoment('9:00', back)?.toISOString()).toBe('2026-11-21T00:00:00.000Z');
    expect(parseMoment('14:30', back)?.toISOString()).toBe('2026-11-20T05:30:00.000Z');
  });

  it.each([
    '',
    'soon',
    'constructor',
    '25:00',
    '9:61',
    '9',
    '2026-02-31',
    '13/45 9:00',
    'tomorrow tomorrow',
    '2026-11-21T99:00Z',
  ])('refuses %j', (text) => {
    expect(parseMoment(text, tokyo)).toBeNull();
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const moment = parseMoment(text, tokyo);
        return moment === null || !Number.isNaN(moment.getTime());
      }),
    );
  });
});

describe('wall clocks', () => {
  it('come back to the same moment in every zone, but for the hour that occurs twice', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC'),
        (date, timeZone) => {
          const whole = Math.floor(date.getTime() / 1000) * 1000;
          const wall = wallTime(new Date(whole), timeZone);
          const back = momentOf(wall, timeZone);
          expect(wallTime(back, timeZone)).toEqual(wall);
          expect([0, 3_600_000]).toContain(whole - back.getTime());
        },
      ),
    );
  });

  it('move on over an hour that a zone skips, and take the first of two', () => {
    const wall = { year: 2026, month: 3, day: 8, hour: 2, minute: 30, second: 0 };
    expect(momentOf(wall, 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    const twice = { ...wall, month: 11, day: 1, hour: 1 };
    expect(momentOf(twice, 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });
});

describe('writing a moment', () => {
  const soon = new Date('2026-11-21T05:42:00Z');

  it('says how far first, then the exact time in the reader’s zone', () => {
    expect(formatRelative(soon, { ...tokyo, language: 'en' })).toBe('in 42 min · 14:42 JST');
    expect(formatRelative(soon, { ...tokyo, language: 'ja' })).toBe('残り 42 分 · 14:42 JST');
  });

  it('tells other events apart from deadlines in Japanese', () => {
    expect(formatDistance(soon, { language: 'ja', now, sense: 'event' })).toBe('42 分後');
    expect(formatDistance(now, { language: 'ja', now: soon })).toBe('42 分前');
    expect(formatDistance(now, { language: 'en', now: soon })).toBe('42 min ago');
  });

  it('adds the day only when it is another one', () => {
    const next = new Date('2026-11-22T05:42:00Z');
    expect(formatMoment(next, { ...tokyo, language: 'en' })).toBe('Nov 22 14:42 JST');
    expect(formatMoment(next, { ...tokyo, language: 'ja' })).toBe('11/22 14:42 JST');
    expect(formatMoment(next, { timeZone: 'Europe/Berlin', language: 'en' })).toBe(
      'Nov 22, 2026 06:42 CET',
    );
  });
});
