import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composite, type Member } from './composite.ts';

const member = (
  name: string,
  weight: number,
  sli: number | null,
  whenMissing: Member['whenMissing'] = 'ignore',
): Member => ({
  name,
  weight,
  sli,
  whenMissing,
});

describe('a composite', () => {
  it('is the weighted mean, and says whose doing its errors are', () => {
    const found = composite([member('search', 1, 0.9), member('checkout', 3, 0.99)], 0.05);
    expect(found.sli).toBeCloseTo((0.9 + 3 * 0.99) / 4, 12);
    expect(found.members.map(({ error }) => error)).toEqual([
      expect.closeTo(0.025, 12),
      expect.closeTo(0.0075, 12),
    ]);
    expect(found.burn).toBeCloseTo(0.65, 9);
    expect(found.remainingShare).toBeCloseTo(0.35, 9);
  });

  it.each([
    ['ignore', 0.9, 1],
    ['good', 0.975, 0.25],
    ['bad', 0.225, 0.25],
  ] as const)('counts a member without data as told to: %s', (whenMissing, sli, share) => {
    const found = composite([member('a', 1, 0.9), member('late', 3, null, whenMissing)], 0.05);
    expect(found.sli).toBeCloseTo(sli, 12);
    expect(found.members[0]?.share).toBe(share);
    expect(found.coverage).toBe(0.25);
  });

  it('has no value when no member has data, never a good one', () => {
    expect(composite([member('a', 1, null), member('b', 2, null)], 0.05)).toMatchObject({
      sli: null,
      burn: null,
      remainingShare: null,
      coverage: 0,
    });
  });

  it('lies between its members, whatever their order and the scale of the weights', () => {
    const members = fc.uniqueArray(
      fc.record({
        name: fc.string(),
        weight: fc.integer({ min: 1, max: 1000 }),
        sli: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 8, selector: ({ name }) => name },
    );
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 50 }), (given, scale) => {
        const all = given.map(({ name, weight, sli }) => member(name, weight, sli));
        const found = composite(all, 0.1);
        const scaled = composite(
          all.map((each) => ({ ...each, weight: each.weight * scale })).toReversed(),
          0.1,
        );
        expect(scaled.sli).toBeCloseTo(found.sli ?? Number.NaN, 10);
        expect(found.sli).toBeGreaterThanOrEqual(
          Math.min(...all.map(({ sli }) => sli ?? 1)) - 1e-12,
        );
        expect(found.sli).toBeLessThanOrEqual(Math.max(...all.map(({ sli }) => sli ?? 0)) + 1e-12);
      }),
    );
  });

  it.each([
    [[], 0.1, 'no-members'],
    [[member('a', 0, 1)], 0.1, 'bad-weight'],
    [[member('a', Number.NaN, 1)], 0.1, 'bad-weight'],
    [[member('a', 1, 1.1)], 0.1, 'bad-sli'],
    [[member('a', 1, 1), member('a', 1, 1)], 0.1, 'same-name'],
    [[member('a', 1, 1)], 0, 'bad-target'],
  ] as const)('refuses what makes no sense: %j', (members, budget, code) => {
    expect(() => composite(members, budget)).toThrow(expect.objectContaining({ code }));
  });
});
