import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTail } from './binomial.ts';

/** Exact, in whole numbers: p is `parts` of 2^20. */
function exactTail(k: number, n: number, parts: number): number {
  const whole = 2n ** 20n;
  const [hit, miss] = [BigInt(parts), whole - BigInt(parts)];
  let sum = 0n;
  let choose = 1n;
  for (let each = 0; each <= n; each += 1) {
    if (each >= k) sum += choose * hit ** BigInt(each) * miss ** BigInt(n - each);
    choose = (choose * BigInt(n - each)) / BigInt(each + 1);
  }
  const scale = 10n ** 330n;
  const digits = ((sum * scale) / whole ** BigInt(n)).toString();
  return Number(`${digits}e-330`);
}

describe('the tail of a binomial', () => {
  it('is the exact sum in whole numbers, far into the tail', () => {
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 2 ** 20 - 1 }))
      .chain(([n, parts]) =>
        fc.tuple(fc.integer({ min: 0, max: n + 1 }), fc.constant(n), fc.constant(parts)),
      );
    fc.assert(
      fc.property(cases, ([k, n, parts]) => {
        const exact = exactTail(k, n, parts);
        const found = binomialTail(k, n, parts / 2 ** 20);
        if (exact < 1e-290) expect(found).toBeLessThan(1e-280);
        else expect(Math.abs(found / exact - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  it('is the two-point and the all-fail case in closed form', () => {
    expect(binomialTail(2, 3, 0.144)).toBeCloseTo(3 * 0.144 ** 2 * 0.856 + 0.144 ** 3, 15);
    expect(binomialTail(1, 1e9, 1e-9)).toBeCloseTo(1 - Math.exp(1e9 * Math.log1p(-1e-9)), 12);
  });

  // By symmetry, with no approximation: P(X ≥ n/2 of an even n at 1/2) = 1/2 + P(X = n/2) / 2, where
  // P(X = n/2) = (1 − 1/4n + 1/32n² …) √(2/πn).
  it.each([1e3, 1e6, 1e8, 1e9])('is known at the middle of %d fair trials', (n) => {
    const middle = (1 - 1 / (4 * n) + 1 / (32 * n * n)) * Math.sqrt(2 / (Math.PI * n));
    expect(Math.abs(binomialTail(n / 2, n, 0.5) - (0.5 + middle / 2))).toBeLessThan(1e-10);
  });

  // mpmath 1.4, 60 digits.
  it.each([
    [14_500, 1e6, 0.0144, 0.20168605012446603],
    [15_200, 1e6, 0.0144, 1.4405274065012707e-11],
    [1_443_000, 1e8, 0.0144, 0.005917062678421483],
    [14_420_000, 1e9, 0.0144, 5.5561893637442e-8],
    [14_500_000, 1e9, 0.0144, 3.3553948346939053e-155],
    [40, 1e9, 1e-8, 7.341633087270274e-13],
    [500_100_000, 1e9, 0.5, 1.2700741798772834e-10],
  ])('is what sixty digits give: %d of %d at %d', (k, n, p, known) => {
    expect(Math.abs(binomialTail(k, n, p) / known - 1)).toBeLessThan(1e-9);
  });

  it.each([
    [500_100, 1e6],
    [1e9 / 2 + 31_623, 1e9],
    [1e9 / 2 + 100_000, 1e9],
  ])('adds to one with its mirror image: %d of %d', (k, n) => {
    const mirrored = 1 - binomialTail(n - k + 1, n, 0.5);
    expect(Math.abs(binomialTail(k, n, 0.5) - mirrored)).toBeLessThan(1e-9);
  });

  it('falls as more must fail, and rises with the chance, for a billion', () => {
    let before = 1;
    for (let k = 1_430_000; k <= 1_460_000; k += 1000) {
      const tail = binomialTail(k, 1e8, 0.0144);
      expect(tail).toBeLessThanOrEqual(before);
      expect(binomialTail(k, 1e8, 0.0145)).toBeGreaterThanOrEqual(tail);
      before = tail;
    }
    expect(before).toBeGreaterThan(0);
  });

  it('knows its edges and refuses what is no trial', () => {
    expect([binomialTail(0, 5, 0.1), binomialTail(6, 5, 0.1)]).toEqual([1, 0]);
    expect([binomialTail(1, 5, 0), binomialTail(5, 5, 1), binomialTail(0, 0, 0.5)]).toEqual([
      0, 1, 1,
    ]);
    for (const [k, n, p] of [
      [0.5, 5, 0.1],
      [1, -1, 0.1],
      [1, 5, 1.1],
      [1, 5, Number.NaN],
    ] as const)
      expect(() => binomialTail(k, n, p)).toThrow(RangeError);
  });
});
