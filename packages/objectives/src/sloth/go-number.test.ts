import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goF, goG } from './go-number.ts';

/** Written by Go's `fmt.Printf("%g")`. */
const fromGo: readonly (readonly [number, string])[] = [
  [1e-5, '1e-05'],
  [1e-7, '1e-07'],
  [0.0001, '0.0001'],
  [0.000123, '0.000123'],
  [(100 - 99.9) / 100, '0.0009999999999999432'],
  [(5 * 672) / 100 / 6, '5.6000000000000005'],
  [99.9 / 100, '0.9990000000000001'],
  [720, '720'],
  [123456, '123456'],
  [1e6, '1e+06'],
  [1234567, '1.234567e+06'],
  [12345678.5, '1.23456785e+07'],
  [1e21, '1e+21'],
  [0, '0'],
  [-0.25, '-0.25'],
];

describe('numbers as Go writes them', () => {
  it.each(fromGo)('writes %d as Go does: %s', (value, text) => {
    expect(goG(value)).toBe(text);
  });

  it('writes no exponent where Go is told not to', () => {
    expect(goF(99.9)).toBe('99.9');
    expect(goF(1e-7)).toBe('0.0000001');
    expect(goF(1.5e7)).toBe('15000000');
  });

  it('loses nothing: what is written reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(goG(value))).toBe(value);
        expect(Number(goF(value))).toBe(value);
      }),
    );
  });

  it('takes the exponent form exactly outside of 0.0001 to 999999', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
        expect(goG(value).includes('e')).toBe(value < 1e-4 || value >= 1e6);
      }),
    );
  });
});
