import type { SloConfig } from '@sekisho/config';
import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import { sloScene } from '../../../test/slo-scene.ts';
import { sloConfig } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const tiers = standardTiers(43_200);
const burns = { ...usualPolicy, tiers, noData: null, spentAt: [] };
const slo = sloConfig({ alerts: burns });
const calm = { good: 1000 };
const down = { good: 700, bad: 300 };

async function burning(more: Partial<SloConfig> = {}) {
  const own = sloConfig({ alerts: burns, ...more });
  const scene = await sloScene(database, [own]);
  await scene.give(own, scene.now() - 2 * 1440, scene.now(), calm);
  await scene.judge();
  return { ...scene, slo: own };
}

describe('an alert that fires', () => {
  it('is a page with its arithmetic, told once, and silences its own ticket', async () => {
    const { world, now, pass, orders } = await burning();
    const began = now();
    await pass(slo, 15, down);
    const pages = await world.as('sre', 'slo.pages', {});
    expect(
      pages
        .map(({ key, untold }) => [key, untold])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ).toEqual([
      ['burn-page', null],
      ['burn-ticket', 'page-fires'],
    ]);
    const page = pages.find(({ key }) => key === 'burn-page');
    const { why } = page ?? {};
    expect(why?.beganAt).toBe(new Date(began * 60_000).toISOString().replace('.000', ''));
    const { long, short, factor, threshold } = why?.burn ?? {};
    expect(long).toMatchObject({ minutes: 60, ratio: (long?.bad ?? 0) / (long?.total ?? 1) });
    expect(long?.burn).toBeCloseTo((long?.ratio ?? 0) / 0.001, 6);
    expect(short).toMatchObject({ minutes: 5 });
    expect(factor).toBeCloseTo(14.4);
    expect(threshold).toBeCloseTo(0.0144);
    expect((long?.burn ?? 0) > 14.4 && (short?.burn ?? 0) > 14.4).toBe(true);
    expect(why?.burn?.guard).toMatchObject({ holds: true, shareNeeded: 0.02 });
    expect(await orders()).toEqual([
      { kind: 'page', slo: slo.id, page: page?.id, severity: 'page' },
    ]);
  });

  it('resolves after the failures, by the minute it promised, and tells that once', async () => {
    const { world, now, pass, orders } = await burning();
    await pass(slo, 6, down);
    const stopped = now();
    const [before] = await world.as('sre', 'slo.pages', { severity: 'page' });
    await pass(slo, 45, calm);
    const [after] = await world.as('sre', 'slo.pages', { severity: 'page' });
    expect(after?.resolvedAt).not.toBeNull();
    const promised = Date.parse(before?.why.clearsBy ?? '');
    const late = (stopped - Date.parse(before?.firedAt ?? '') / 60_000) * 60_000;
    expect(Date.parse(after?.resolvedAt ?? '')).toBeLessThanOrEqual(promised + late);
    expect((await orders()).map(({ kind }) => kind)).toEqual(['page', 'resolved']);
  });

  it('that comes back soon is shown as the same page, and told no second time', async () => {
    const { world, pass, orders } = await burning();
    await pass(slo, 6, down);
    await pass(slo, 45, calm);
    await pass(slo, 12, down);
    const pages = await world.as('sre', 'slo.pages', { severity: 'page' });
    expect(pages).toMatchObject([{ refired: 1, resolvedAt: null }]);
    expect((await orders()).map(({ kind }) => kind)).toEqual(['page', 'resolved']);
    const actions = await world.as('sre', 'timeline.list', { service: slo.service });
    expect(actions.map(({ action }) => action)).toContain('slo.refired');
    // It stays: an outage of its own, of which people must hear.
    await pass(slo, 60, down);
    const [again, first, ...more] = await world.as('sre', 'slo.pages', {
      severity: 'page',
      slo: slo.id,
    });
    expect([again?.resolvedAt, first?.id, more]).toEqual([null, pages[0]?.id, []]);
    expect(first?.resolvedAt).toBe(again?.firedAt);
    expect((await orders()).map(({ kind, page }) => [kind, page])).toEqual([
      ['page', first?.id],
      ['resolved', first?.id],
      ['page', again?.id],
    ]);
  });

  it('is shown and never told while its SLO only watches', async () => {
    const { world, pass, orders } = await burning({ shadow: true });
    await pass(slo, 8, down);
    const pages = await world.as('sre', 'slo.pages', {});
    expect(pages.every(({ untold }) => untold === 'shadow')).toBe(true);
    expect(pages.length).toBeGreaterThan(0);
    expect(await orders()).toEqual([]);
  });

  it('is told after an outage of our own while it is on, and only shown when it was over long before', async () => {
    const { world, give, live, now, orders } = await burning();
    await give(slo, now(), now() + 10, down);
    await give(slo, now() + 10, now() + 300, calm);
    await give(slo, now() + 300, now() + 310, down);
    await live(310);
    const pages = await world.as('sre', 'slo.pages', { severity: 'page' });
    expect(pages.map(({ untold, resolvedAt }) => [untold, resolvedAt === null])).toEqual([
      [null, true],
      ['past', false],
    ]);
    expect((await orders()).map(({ kind, page }) => [kind, page])).toEqual([
      ['page', pages[0]?.id],
    ]);
  });

  it('stays silent where so few failed that chance may have done it', async () => {
    const { world, pass } = await burning();
    await pass(slo, 3, { good: 1, bad: 2 });
    expect(await world.as('sre', 'slo.pages', {})).toEqual([]);
  });

  it('names what changed around its beginning, the likeliest first', async () => {
    const { world, pass, now } = await burning();
    const { house } = world.core;
    const record = (action: string, more: object) =>
      transactAsSystem(house, async (tx) => tx.record({ action, ...more }));
    await record('slo.accept', { service: 'another', subject: 'far away' });
    await record('ops.start', { environment: 'production', lease: 'ops-00000001' });
    await record('ops.start', { environment: 'staging', lease: 'ops-00000002' });
    await record('ops.start', { environment: 'production', outcome: 'refused' });
    await pass(slo, 3, calm);
    // Asked for, and in force once agreed: only that can have caused it.
    await record('slo.propose', { service: slo.service, subject: 'tgt-00000001' });
    await record('slo.accept', { service: slo.service, subject: 'tgt-00000001' });
    await record('config.changed', { data: { hash: 'x' } });
    // Whoever is refused a thousand times hides nothing by it.
    await transactAsSystem(house, async (tx) => {
      const refused = { environment: 'production', outcome: 'refused' } as const;
      for (let each = 0; each < 1000; each += 1) tx.record({ action: 'ops.start', ...refused });
    });
    const began = now();
    await pass(slo, 6, down);
    const [page] = await world.as('sre', 'slo.pages', { severity: 'page' });
    const changed = page?.changed.filter(({ data }) => data['before'] !== null);
    expect(
      changed?.map(({ action, relation, minutesBefore }) => [action, relation, minutesBefore]),
    ).toEqual([
      ['slo.accept', 'service', 0],
      ['ops.start', 'environment', 3],
      ['config.changed', 'house', 0],
    ]);
    expect(Date.parse(page?.why.beganAt ?? '')).toBe(began * 60_000);
  });
});

describe('what is not burn', () => {
  it('opens a ticket when nothing is measured, by the clock, and closes it when data comes', async () => {
    const own = sloConfig({ alerts: { ...burns, noData: usualPolicy.noData } });
    const { world, pass, live, orders } = await burning(own);
    await pass(own, 31, calm);
    await live(31);
    const [silent] = await world.as('sre', 'slo.pages', { open: true });
    expect(silent).toMatchObject({ key: 'no-data', severity: 'ticket', untold: null });
    expect(silent?.why.noData).toMatchObject({ minutes: 30, below: 0.5 });
    const [listed] = await world.as('sre', 'slo.list', { filter: 'no-data' });
    expect(listed?.state).toBe('no-data');
    await pass(own, 40, calm);
    expect(await world.as('sre', 'slo.pages', { open: true })).toEqual([]);
    expect((await orders()).map(({ kind }) => kind)).toEqual(['ticket', 'resolved']);
  });

  it('opens one ticket for all SLOs of a source that is dark, and another if one stays dark', async () => {
    const alerts = { ...burns, noData: usualPolicy.noData };
    const all = ['a', 'b', 'c'].map((id) =>
      sloConfig({ id, alerts, indicator: { kind: 'measured', source: 'metrics', query: { id } } }),
    );
    const scene = await sloScene(database, all);
    const { world, live, orders, now } = scene;
    for (const one of all) await scene.give(one, now() - 2 * 1440, now(), calm);
    await scene.judge();
    await live(31);
    const open = await world.as('sre', 'slo.pages', { open: true });
    expect(open.map(({ untold }) => untold ?? 'told').toSorted()).toEqual([
      ...['same-source', 'same-source', 'told'],
    ]);
    const told = open.find(({ untold }) => untold === null);
    expect(told?.why.noData).toMatchObject({ source: 'metrics', slos: 3 });
    expect((await orders()).map(({ kind, page }) => [kind, page])).toEqual([['ticket', told?.id]]);
    // All but one of the silent ones are measured again.
    const [dark] = open.filter(({ untold }) => untold === 'same-source');
    const lit = all.filter(({ id }) => id !== dark?.slo);
    const from = now();
    for (const one of lit) await scene.give(one, from, from + 40, calm);
    for (let left = 40; left > 0; left -= 5) await live(5);
    expect((await orders()).map(({ kind, page }) => [kind, page])).toEqual([
      ['ticket', told?.id],
      ['resolved', told?.id],
      ['ticket', dark?.id],
    ]);
  });

  it('opens a ticket for the source of a part that is dark, however little it weighs', async () => {
    const indicator = (source: string): SloConfig['indicator'] => ({
      ...{ kind: 'measured', source, query: { of: source } },
    });
    const parts = [
      { name: 'checkout', weight: 9, indicator: indicator('metrics') },
      { name: 'search', weight: 1, indicator: indicator('edge') },
    ];
    const alerts = { ...burns, noData: usualPolicy.noData };
    const shop = sloConfig({ id: 'shop', alerts, indicator: indicator('metrics'), parts });
    const edge = sloConfig({ id: 'edge', alerts, indicator: indicator('edge') });
    const lit = sloConfig({ indicator: indicator('metrics') });
    const { world, give, judge, live, orders, now } = await sloScene(database, [shop, edge]);
    for (const one of [lit, edge]) await give(one, now() - 2 * 1440, now() - 5, calm);
    await judge();
    await give(lit, now() - 5, now() + 60, calm);
    for (let left = 35; left > 0; left -= 5) await live(5);
    const open = await world.as('sre', 'slo.pages', { open: true });
    expect(open.map(({ slo }) => slo).toSorted()).toEqual(['edge', 'shop']);
    for (const { why } of open) expect(why.noData).toMatchObject({ source: 'edge', slos: 2 });
    expect((await orders()).map(({ kind }) => kind)).toEqual(['ticket']);
  });

  it('pages a budget that is spent only once its whole window is known', async () => {
    const window = { kind: 'rolling', minutes: 120 } as const;
    const own = sloConfig({ window, alerts: { ...burns, tiers: [], spentAt: [1] } });
    const { world, give, pass, now } = await sloScene(database, [own]);
    // A stray failure began nothing.
    await give(own, now() - 10, now() - 9, { good: 1000, bad: 1 });
    await give(own, now() - 9, now(), calm);
    const began = now();
    await pass(own, 1, down);
    expect(await world.as('sre', 'slo.pages', {})).toEqual([]);
    await pass(own, 108, calm);
    expect(await world.as('sre', 'slo.pages', {})).toEqual([]);
    await pass(own, 2, calm);
    const [page] = await world.as('sre', 'slo.pages', {});
    expect(page).toMatchObject({ key: 'spent-1', severity: 'page' });
    expect(page?.why.spent?.share).toBeGreaterThan(1);
    expect(Date.parse(page?.why.beganAt ?? '')).toBe(began * 60_000);
    const [listed] = await world.as('sre', 'slo.list', { filter: 'spent' });
    expect(listed?.remainingShare).toBeLessThan(0);
  });
});

describe("a jump in clients' own errors", () => {
  const weekly = async () => {
    const scene = await sloScene(database, [slo], '2026-11-30T10:00:00Z');
    const hours = 3 * 60;
    for (const weeks of [4, 3, 2, 1]) {
      const then = scene.now() - weeks * 7 * 1440;
      await scene.give(slo, then - hours, then + hours, { good: 200, clientErrors: 4 });
    }
    await scene.give(slo, scene.now() - hours, scene.now(), { good: 200, clientErrors: 4 });
    await scene.judge();
    return scene;
  };

  it('finds an expired signing key: everyone is unauthenticated, and no budget is spent', async () => {
    const { pass, world, orders } = await weekly();
    await pass(slo, 3, { good: 200, clientErrors: 190 });
    const [page] = await world.as('sre', 'slo.pages', {});
    expect(page).toMatchObject({ key: 'client-errors', severity: 'page', untold: null });
    expect(page?.why.clients).toMatchObject({ minutes: 10, usual: 0.02 });
    expect(page?.why.clients?.past).toHaveLength(4);
    expect((await orders()).map(({ kind }) => kind)).toEqual(['page']);
    const [listed] = await world.as('sre', 'slo.list', {});
    expect(listed).toMatchObject({ state: 'firing', remainingShare: 1 });
  });

  it('finds a broken front-end release: a tenth more fail validation', async () => {
    const { pass, world } = await weekly();
    await pass(slo, 12, { good: 200, clientErrors: 24 });
    const [page] = await world.as('sre', 'slo.pages', {});
    expect(page).toMatchObject({ key: 'client-errors', why: { kind: 'client-errors' } });
  });

  it('keeps quiet about what past weeks have as well', async () => {
    const { pass, world } = await weekly();
    await pass(slo, 3, { good: 200, clientErrors: 5 });
    expect(await world.as('sre', 'slo.pages', {})).toEqual([]);
  });
});
