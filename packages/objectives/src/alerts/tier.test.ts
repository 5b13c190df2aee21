import { describe, expect, it } from 'vitest';
import { burnFactor, checkTiers, standardTiers } from './tier.ts';

const day = 1440;
const factors = (days: number) =>
  standardTiers(days * day).map((tier) => burnFactor(tier, days * day));

describe('the standard tiers', () => {
  it('burn 14.4, 6, 3 and 1 times too fast for 30 days, and a little less for 28', () => {
    const near = (given: readonly number[]) => given.map((each) => Number(each.toFixed(4)));
    expect(near(factors(30))).toEqual([14.4, 6, 3, 1]);
    expect(near(factors(28))).toEqual([13.44, 5.6, 2.8, 0.9333]);
  });

  it('shrink with a short window and keep their factors, so that calm burning pages nobody', () => {
    const week = standardTiers(7 * day);
    expect(week.map(({ long, short }) => [long, short])).toEqual([
      [14, 1],
      [84, 7],
      [336, 28],
      [1008, 84],
    ]);
    for (const [index, factor] of factors(7).entries())
      expect(factor).toBeCloseTo([14.4, 6, 3, 1][index] ?? 0);
  });

  it('are refused when they are dead: they would need more errors than there are events', () => {
    const tiers = standardTiers(30 * day);
    expect(checkTiers(tiers, 0.9306, 30 * day)).toEqual([]);
    const [complaint, ...more] = checkTiers(tiers, 0.93, 30 * day);
    expect(more).toEqual([]);
    expect(complaint).toMatchObject({ tier: 'page-quick', code: 'dead' });
    expect(complaint?.threshold).toBeCloseTo(1.008);
    expect(complaint?.aliveAbove).toBeCloseTo(0.930556, 6);
  });

  it.each([
    [{ share: 0 }, 'bad-share'],
    [{ short: 60 }, 'bad-windows'],
    [{ long: 60.5 }, 'bad-windows'],
    [{ long: 40 * day }, 'longer-than-window'],
  ])('are refused when they make no sense: %j', (wrong, code) => {
    const [tier] = standardTiers(30 * day);
    if (tier === undefined) throw new Error('no tier');
    expect(checkTiers([{ ...tier, ...wrong }], 0.999, 30 * day)).toMatchObject([{ code }]);
  });
});
