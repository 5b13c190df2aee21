import { isoOf } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import { type SloScene, sloScene } from '../../../test/slo-scene.ts';
import { sloConfig } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const slo = sloConfig();
const id = slo.id;

/** Thirty-one calm days, and then an hour in which a twentieth of all requests fail. */
async function outage(): Promise<SloScene> {
  const scene = await sloScene(database, [slo]);
  const { now, give, judge, pass } = scene;
  await give(slo, now() - 31 * 1440, now(), { good: 100 });
  await judge();
  await pass(slo, 60, { good: 95, bad: 5 });
  await pass(slo, 30, { good: 100 });
  return scene;
}

describe('slo.replay', () => {
  it('says of the target in force what was really told, and of others what would have been', async () => {
    const { world } = await outage();
    const told = await world.as('auditor', 'slo.pages', { slo: id });
    const answer = await world.as('auditor', 'slo.replay', { id, targets: [90, 99.9] });
    const [loose, own] = answer.candidates;
    const seen = (list: readonly { key: string; firedAt: string; resolvedAt: string | null }[]) =>
      list.map(({ key, firedAt, resolvedAt }) => ({ key, firedAt, resolvedAt }));
    expect(seen(own?.pages ?? [])).toEqual(
      seen(told.filter(({ severity }) => severity === 'page')).map((page) => ({
        ...page,
        firedAt: page.firedAt.replace('.000', ''),
        resolvedAt: page.resolvedAt?.replace('.000', '') ?? null,
      })),
    );
    expect(own?.pages).toHaveLength(1);
    expect(loose).toMatchObject({ target: 90, pages: [], missed: [] });
    expect(loose?.deadTiers).toMatchObject([{ tier: 'page-quick' }]);
  });

  it('gives one curve from which the budget of every target follows', async () => {
    const { world } = await outage();
    const shown = await world.as('auditor', 'slo.show', { id });
    const { curve, candidates } = await world.as('auditor', 'slo.replay', {
      ...{ id, targets: [99, 99.9], points: 44_640 },
    });
    expect(curve.everyMinutes).toBe(1);
    expect(curve.shares).toHaveLength(43_200);
    const last = curve.shares.at(-1) ?? 0;
    for (const { target, remainingShare } of candidates)
      expect(1 - last / (1 - target / 100)).toBeCloseTo(remainingShare ?? 0, 5);
    expect(candidates[1]?.remainingShare).toBeCloseTo(shown.remainingShare ?? 0, 9);
  });

  it('holds targets to incidents, those of linked pages and those that are named', async () => {
    const { world, now } = await outage();
    const [page] = await world.as('auditor', 'slo.pages', { slo: id, severity: 'page' });
    await world.as('sre', 'slo.link', { id: page?.id ?? '', incident: 'INC-1' });
    const quiet = { id: 'INC-0', from: isoOf(now() - 3000), to: isoOf(now() - 2900) };
    const ask = { id, targets: [90, 99.9], incidents: [quiet] };
    const { incidents, candidates } = await world.as('auditor', 'slo.replay', ask);
    expect(incidents.map(({ id: name, linked }) => [name, linked])).toEqual([
      ['INC-0', false],
      ['INC-1', true],
    ]);
    expect(candidates.map(({ missed }) => missed)).toEqual([['INC-0', 'INC-1'], ['INC-0']]);
    expect(candidates[1]?.caught).toMatchObject([{ incident: 'INC-1' }]);
  });

  it('gives the latest month of a longer span, and refuses one that has not begun', async () => {
    const { world, now } = await outage();
    const ask = (from: string) => world.as('auditor', 'slo.replay', { id, from, targets: [99] });
    expect(await ask(isoOf(now() - 300_000))).toMatchObject({ from: isoOf(now() - 31 * 1440) });
    await expect(ask(isoOf(now() + 60))).rejects.toMatchObject({ code: 'bad-input' });
  });
});
