import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, formatSpan } from './format-duration.ts';
import { longestDuration, parseDuration } from './parse-duration.ts';

describe('reading a span', () => {
  it.each([
    ['90m', 5400],
    ['1h30m', 5400],
    ['1h 30m', 5400],
    ['1.5h', 5400],
    ['2 hours', 7200],
    ['1 hour and 30 minutes', 5400],
    ['half an hour', 1800],
    ['2時間', 7200],
    ['30分', 1800],
    ['30分間', 1800],
    ['1時間半', 5400],
    ['1時間30分', 5400],
    ['２時間', 7200],
    ['三十分', 1800],
    ['二時間', 7200],
    ['半日', 43_200],
    ['7d', 604_800],
    ['1週間', 604_800],
    ['45s', 45],
    [' 2H ', 7200],
  ])('understands %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    ' ',
    '90',
    '1h30',
    '-1h',
    '0m',
    '0.4s',
    '99999d',
    '1m1h',
    '1h1h',
    '1hfoo',
    'h',
    '1h半30分',
    '1e3h',
    '1..5h',
    'Infinity h',
    '一二分',
    '1h\n; rm',
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('reads back exactly what it writes, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: longestDuration }),
        fc.constantFrom('en' as const, 'ja' as const),
        (seconds, language) => parseDuration(formatDuration(seconds, language)) === seconds,
      ),
    );
  });

  it('answers whole seconds within bounds or null for any text, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const seconds = parseDuration(text);
        return (
          seconds === null ||
          (Number.isInteger(seconds) && seconds > 0 && seconds <= longestDuration)
        );
      }),
    );
  });
});

describe('writing a span', () => {
  it('shows two units at most for a glance, and drops seconds from longer spans', () => {
    expect(formatSpan(42 * 60 + 59, 'en')).toBe('42 min');
    expect(formatSpan(5400, 'en')).toBe('1 h 30 min');
    expect(formatSpan(90_061, 'ja')).toBe('1 日 1 時間');
    expect(formatSpan(86_460, 'en')).toBe('1 d');
    expect(formatSpan(45, 'en')).toBe('45 s');
    expect(formatSpan(0, 'ja')).toBe('0 秒');
  });
});
