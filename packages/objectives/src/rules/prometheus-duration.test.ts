import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './prometheus-duration.ts';

const day = 86_400_000;

describe('durations of Prometheus', () => {
  it.each([
    ['5m', 300_000],
    ['30d', 30 * day],
    ['4w', 28 * day],
    ['90d', 90 * day],
    ['1h30m', 5_400_000],
    ['1y', 365 * day],
    ['250ms', 250],
  ])('reads and writes %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('writes 28 days as 4w, as Prometheus does', () => {
    expect(formatDuration(parseDuration('28d') ?? 0)).toBe('4w');
  });

  it.each(['', '0d', '30', 'd', '1.5d', '-1d', '1d1w', '30D', '9999999y', ' 30d', 'constructor'])(
    'refuses "%s"',
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 * 365 * day }), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds);
      }),
    );
  });
});
