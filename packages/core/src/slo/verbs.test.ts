import { isoOf } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { plantedPage } from '../../test/slo-pages.ts';
import { type SloScene, sloScene } from '../../test/slo-scene.ts';
import { sloConfig } from '../../test/slos.ts';
import type { Database } from '../platform/database/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const checkout = sloConfig();
const search = sloConfig({
  ...{ id: 'search-availability', service: 'search', target: 0.99 },
  indicator: { kind: 'measured', source: 'metrics', query: { of: 'search' } },
});
const idle = sloConfig({
  ...{ id: 'idle', service: 'search' },
  indicator: { kind: 'measured', source: 'metrics', query: { of: 'nothing' } },
});

async function twoDays(): Promise<SloScene> {
  const scene = await sloScene(database, [checkout, search, idle]);
  const { now, give, judge } = scene;
  await give(checkout, now() - 2 * 1440, now() - 60, { good: 999, bad: 1, excluded: 2 });
  await give(checkout, now() - 60, now(), { good: 997, bad: 3, clientErrors: 5 });
  await give(search, now() - 2 * 1440, now(), { good: 100 });
  await judge();
  return scene;
}

describe('slo.list', () => {
  it('lists the lowest budget first, and what was never measured last', async () => {
    const { world } = await twoDays();
    const list = await world.as('auditor', 'slo.list', {});
    expect(list.map(({ id, state }) => [id, state])).toEqual([
      ['checkout-availability', 'spent'],
      ['search-availability', 'well'],
      ['idle', 'waiting'],
    ]);
    const [first] = list;
    const [total, bad] = [2880 * 1000, 2820 + 180];
    expect(first).toMatchObject({ target: 0.999, coverage: 1, burn: 3, openPages: 0 });
    expect(first?.sli).toBeCloseTo(1 - bad / total, 12);
    expect(first?.remainingShare).toBeCloseTo(1 - bad / (total * 0.001), 9);
    expect(first?.rawRemainingShare).toBe(first?.remainingShare);
    expect(first?.flags).toEqual(['spent', 'burning']);
  });

  it('says that little is left of a budget that nothing burns, without a flag', async () => {
    const { world, give, judge, now } = await twoDays();
    // Ten hours ago an hour went badly: 2,700 of the 2,880 that may fail.
    await give(search, now() - 600, now() - 540, { bad: 45 });
    await judge();
    const [low] = await world.as('auditor', 'slo.list', { service: 'search' });
    expect(low).toMatchObject({ id: 'search-availability', state: 'low', flags: [] });
    const shown = await world.as('auditor', 'slo.show', { id: 'search-availability' });
    expect(shown.state).toBe('low');
  });

  it('gives only those that fit, and names known services for one that is none', async () => {
    const { world } = await twoDays();
    const ids = async (input: object) =>
      (await world.as('auditor', 'slo.list', input)).map(({ id }) => id);
    expect(await ids({ filter: 'burning' })).toEqual(['checkout-availability']);
    expect(await ids({ filter: 'firing' })).toEqual([]);
    expect(await ids({ service: 'search' })).toEqual(['search-availability', 'idle']);
    await expect(ids({ service: 'shop' })).rejects.toMatchObject({
      ...{ code: 'service-not-found', facts: { known: ['checkout', 'search'] } },
    });
  });
});

describe('slo.show and slo.burn', () => {
  it('tell the budget with its arithmetic, and what becomes of it', async () => {
    const { world, now } = await twoDays();
    const shown = await world.as('auditor', 'slo.show', { id: 'search-availability' });
    expect(shown.budget).toMatchObject({
      ...{ asOf: isoOf(now()), full: false, from: isoOf(now() - 2880), total: 288_000, bad: 0 },
      ...{ allowed: 2880, remainingShare: 1, coverage: { share: 1, measuredMinutes: 2880 } },
    });
    expect(shown).toMatchObject({ targets: [{ from: null, target: 0.99 }], corrections: [] });
    expect(shown.outlook).toEqual({ spentAt: null, resetsAt: null, recoversAt: null });
    const spent = await world.as('auditor', 'slo.show', { id: 'checkout-availability' });
    expect(spent.outlook?.resetsAt).toBe(isoOf(now() + 43_200));
    expect(Date.parse(spent.outlook?.recoversAt ?? '')).toBeGreaterThan(now() * 60_000);
  });

  it('tell from when on alerts are of what happened: what was loaded before is older', async () => {
    const { world, live, now } = await twoDays();
    const began = isoOf(now());
    await live(5);
    const shown = await world.as('auditor', 'slo.show', { id: 'search-availability' });
    expect(shown.alertsFrom).toBe(began);
    expect(Date.parse(shown.budget?.from ?? '')).toBeLessThan(Date.parse(began));
    expect((await world.as('auditor', 'slo.show', { id: 'idle' })).alertsFrom).toBe(began);
  });

  it('tell what each window holds, and when it would page at this rate', async () => {
    const { world, give, live, now } = await twoDays();
    await give(checkout, now(), now() + 5, { good: 900, bad: 100 });
    await live(5);
    const { tiers } = await world.as('auditor', 'slo.burn', { id: 'checkout-availability' });
    const [quick] = tiers;
    expect(quick).toMatchObject({
      ...{ tier: 'page-quick', severity: 'page', verdict: 'slow-enough' },
      short: { minutes: 5, bad: 500, total: 5000, ratio: 0.1 },
      long: { minutes: 60, bad: 55 * 3 + 500, total: 60_000 },
    });
    expect(quick?.short.burn).toBeCloseTo(100, 6);
    // 665 of 60,000 now; each minute brings 97 more: 14.4 × 60 = 864 are passed after three.
    expect(quick?.firesInMinutes).toBe(3);
    await expect(world.as('auditor', 'slo.burn', { id: 'none' })).rejects.toMatchObject({
      code: 'slo-not-found',
    });
  });
});

describe('slo.history', () => {
  it('sums exactly, however few points are asked for', async () => {
    const { world } = await twoDays();
    const ask = (points: number) =>
      world.as('auditor', 'slo.history', { id: 'checkout-availability', from: '2d', points });
    const [few, many] = [await ask(7), await ask(2000)];
    const sum = ({ points }: typeof few, of: 'good' | 'bad' | 'excluded' | 'clientErrors') =>
      points.reduce((all, point) => all + point[of], 0);
    for (const history of [few, many]) {
      expect(sum(history, 'bad')).toBe(3000);
      expect(sum(history, 'excluded')).toBe(2 * 2820);
      expect(sum(history, 'clientErrors')).toBe(300);
      expect(sum(history, 'good')).toBe(2820 * 999 + 60 * 997);
      expect(history.points.length).toBeLessThanOrEqual(history === few ? 7 : 2000);
    }
    const [shown] = await world.as('auditor', 'slo.list', {});
    expect(few.points.at(-1)?.remainingShare).toBe(shown?.remainingShare);
    expect(many.points.at(-1)).toMatchObject({ at: few.to, coverage: 1 });
  });

  it('refuses a span that ends before it begins, and says up to when it could', async () => {
    const { world } = await twoDays();
    const id = 'checkout-availability';
    const asked = world.as('auditor', 'slo.history', { id, from: '1d', to: '2d' });
    await expect(asked).rejects.toMatchObject({ code: 'bad-input', facts: { field: 'from' } });
  });
});

describe('pages in the hands of people', () => {
  it('are acknowledged once, and linked to an incident; what shows them is drawn anew', async () => {
    const { world, orders } = await twoDays();
    const id = await plantedPage(world);
    const taken = await world.as('engineer', 'slo.acknowledge', { id });
    expect(taken).toMatchObject({ acknowledgedBy: 'engineer', revision: 2 });
    const again = world.as('sre', 'slo.acknowledge', { id });
    await expect(again).rejects.toMatchObject({
      ...{ code: 'page-acknowledged', facts: { by: 'engineer' } },
    });
    const linked = await world.as('sre', 'slo.link', { id, incident: 'https://example.com/12' });
    expect(linked).toMatchObject({ incident: 'https://example.com/12', revision: 3 });
    expect((await orders()).map(({ kind, page }) => [kind, page])).toEqual([
      ['changed', id],
      ['changed', id],
    ]);
    const none = world.as('sre', 'slo.link', { id: 'page-00000000', incident: 'x' });
    await expect(none).rejects.toMatchObject({ code: 'page-not-found' });
  });

  it('are listed open ones first, and by what was asked', async () => {
    const { world } = await twoDays();
    const page = await plantedPage(world);
    const ticket = await plantedPage(world, { severity: 'ticket', slo: 'search-availability' });
    const ids = async (input: object) =>
      (await world.as('auditor', 'slo.pages', input)).map(({ id }) => id);
    expect((await ids({})).toSorted()).toEqual([page, ticket].toSorted());
    expect(await ids({ severity: 'ticket' })).toEqual([ticket]);
    expect(await ids({ slo: 'checkout-availability', open: true })).toEqual([page]);
    expect(await ids({ id: ticket })).toEqual([ticket]);
    const [shown] = await world
      .as('auditor', 'slo.show', { id: 'checkout-availability' })
      .then(({ pages }) => pages);
    expect(shown?.id).toBe(page);
  });
});

describe('corrections and targets', () => {
  it('show the budget with and without a correction that was agreed', async () => {
    const { world, now, judge } = await twoDays();
    const [before] = await world.as('auditor', 'slo.list', {});
    const asked = await world.as('engineer', 'slo.correct', {
      ...{ slos: ['checkout-availability'], reason: 'load test' },
      ...{ from: isoOf(now() - 60), to: isoOf(now()) },
    });
    await world.as('sre', 'slo.accept', { id: asked.id });
    await judge();
    const [after] = await world.as('auditor', 'slo.list', { service: 'checkout' });
    expect(after).toMatchObject({
      correctedMinutes: 60,
      rawRemainingShare: before?.remainingShare,
    });
    expect(after?.remainingShare).toBeCloseTo(0, 9);
    const shown = await world.as('auditor', 'slo.show', { id: 'checkout-availability' });
    expect(shown.raw?.bad).toBe(3000);
    expect(shown).toMatchObject({ budget: { bad: 2820 }, corrections: [{ id: asked.id }] });
    const history = await world.as('auditor', 'slo.history', { id: 'checkout-availability' });
    expect(history.corrections).toMatchObject([{ id: asked.id, from: isoOf(now() - 60) }]);
  });
});
