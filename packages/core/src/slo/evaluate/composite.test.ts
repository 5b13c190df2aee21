import type { SloConfig } from '@sekisho/config';
import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { composite } from '@sekisho/objectives/composite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import { type SloScene, sloScene } from '../../../test/slo-scene.ts';
import { sloConfig } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';

vi.setConfig({ testTimeout: 240_000 });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const measured = (of: string): SloConfig['indicator'] => ({
  ...{ kind: 'measured', source: 'metrics', query: { of } },
});
const parts = [
  { name: 'search', weight: 1, indicator: measured('search') },
  { name: 'checkout', weight: 3, indicator: measured('checkout') },
] as const;
const shop = sloConfig({
  ...{ id: 'shop', target: 0.99, indicator: measured('search'), parts },
  alerts: { ...usualPolicy, noData: null, spentAt: [], tiers: standardTiers(43_200).slice(0, 1) },
});
const [search, checkout] = parts.map(({ indicator }) => sloConfig({ indicator }));

// A process remembers what it read of a database; each test lives in a time of its own.
let year = 2026;
async function scene(): Promise<Required<Pick<SloScene, 'world'>> & SloScene> {
  year += 1;
  return sloScene(database, [shop], `${year}-11-02T00:00:00Z`);
}

/** The composite by its own arithmetic, of sums that are written down beside what was given. */
const pure = (of: readonly (readonly [bad: number, total: number])[]) =>
  composite(
    of.map(([bad, total], index) => ({
      ...{ name: String(index), weight: parts[index]?.weight ?? 0, whenMissing: 'ignore' },
      sli: total === 0 ? null : 1 - bad / total,
    })),
    0.01,
  );

describe('a composite that is judged live', () => {
  it('has the budget, the curve and the burn of the pure composite', async () => {
    const { world, give, now, judge } = await scene();
    if (!search || !checkout) throw new Error('the composite has two parts');
    await give(search, now() - 2880, now(), { good: 990, bad: 10 });
    await give(checkout, now() - 2880, now() - 60, { good: 100 });
    await give(checkout, now() - 60, now(), { good: 98, bad: 2, clientErrors: 1 });
    await judge();
    const whole = pure([
      [28_800, 2_880_000],
      [120, 288_000],
    ]);
    const [listed] = await world.as('sre', 'slo.list', {});
    expect(listed?.sli).toBeCloseTo(whole.sli ?? 0, 10);
    expect(listed?.remainingShare).toBeCloseTo(whole.remainingShare ?? 0, 8);
    const hour = pure([
      [600, 60_000],
      [120, 6_000],
    ]);
    expect(listed?.burn).toBeCloseTo(hour.burn ?? 0, 8);
    const shown = await world.as('sre', 'slo.show', { id: 'shop' });
    expect(shown).toMatchObject({ source: 'metrics', budget: { coverage: { share: 1 } } });
    expect(shown.parts.map(({ name, weight }) => [name, weight])).toEqual([
      ['search', 1],
      ['checkout', 3],
    ]);
    for (const [index, { sli, errorShare }] of shown.parts.entries()) {
      expect(sli).toBeCloseTo(whole.members[index]?.countedAs ?? 0, 10);
      expect(errorShare).toBeCloseTo(
        (whole.members[index]?.error ?? 0) / (1 - (whole.sli ?? 0)),
        8,
      );
    }
    const [searchBurn, checkoutBurn] = shown.parts.map(({ burn }) => burn);
    expect([searchBurn, checkoutBurn]).toEqual([
      expect.closeTo(1, 8),
      expect.closeTo(120 / 6000 / 0.01, 8),
    ]);
    const spent = shown.parts.reduce((sum, { budgetShare }) => sum + (budgetShare ?? 0), 0);
    expect(spent).toBeCloseTo(1 - (whole.remainingShare ?? 0), 8);
    const history = await world.as('sre', 'slo.history', { id: 'shop', from: '1h', points: 2 });
    const half = { good: (59_400 + 5_880) / 2, bad: 360, clientErrors: 30, coverage: 1 };
    expect(history.points).toMatchObject([half, half]);
    expect(history.points[1]?.remainingShare).toBeCloseTo(whole.remainingShare ?? 0, 8);
    const burn = await world.as('sre', 'slo.burn', { id: 'shop' });
    expect(burn.tiers[0]?.long.burn).toBeCloseTo(hour.burn ?? 0, 8);
  });

  it('pages for the part that fails, however little of the traffic it is', async () => {
    const { world, give, pass, now, judge } = await scene();
    if (!search || !checkout) throw new Error('the composite has two parts');
    await give(search, now() - 43_200, now() + 180, { good: 10_000 });
    await give(checkout, now() - 43_200, now(), { good: 100 });
    await judge();
    await pass(checkout, 120, { good: 70, bad: 30 });
    const pages = await world.as('sre', 'slo.pages', {});
    expect(pages).toMatchObject([{ slo: 'shop', key: 'burn-page', severity: 'page' }]);
  });

  it('waits for the last of its sources', async () => {
    const { world, give, now, judge } = await scene();
    if (!search) throw new Error('the composite has two parts');
    await give(search, now() - 600, now(), { good: 9, bad: 1 });
    await judge();
    const [listed] = await world.as('sre', 'slo.list', {});
    expect(listed?.sli).toBeCloseTo(0.9, 10);
    expect(listed?.coverage).toBeCloseTo(0.25, 6);
  });
});
