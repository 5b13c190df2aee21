import type { SloConfig } from '@sekisho/config';
import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { msPerMinute } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld, turnableClock } from '../../../../../test/support/world.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import {
  adaptersOf,
  type Delivery,
  lateScene,
  lateSlo,
  memoryStore,
  playObjects,
  withLateSource,
} from '../../../test/late-objects.ts';
import { roomyConfig } from '../../../test/leases.ts';
import type { Database } from '../../platform/database/database.ts';
import { createEvaluator } from './evaluator.ts';
import { houseReads } from './evaluator-of.ts';
import { tick } from './tick.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const start = Date.parse('2026-11-02T00:00:00Z');
const length = 80;
const outage = { from: 25, to: 40, share: 0.6 };
const slo: SloConfig = lateSlo({
  alerts: {
    ...{ ...usualPolicy, noData: null, spentAt: [] },
    tiers: standardTiers(43_200).filter(({ severity }) => severity === 'page'),
  },
});

/** What was told of while log objects came as they came. @param restarts minutes after which the process is a new one */
async function told(deliveries: readonly Delivery[], restarts: number) {
  await clearDatabase(database);
  const store = memoryStore();
  const world: TestWorld = await createWorld({
    database,
    clock: turnableClock(new Date(start).toISOString()),
    config: withLateSource(roomyConfig(), [slo]),
    sources: adaptersOf(store),
  });
  let evaluator = createEvaluator(houseReads);
  let ticks = 0;
  const each = async () => {
    ticks += 1;
    if (ticks % restarts === 0) evaluator = createEvaluator(houseReads);
    await tick(world.core.house, evaluator);
  };
  const until = start + (length + 30) * msPerMinute;
  await playObjects(world, store, { deliveries, until, each, stepSeconds: 300 });
  const orders = await database.kysely
    .selectFrom('outbox')
    .select('payload')
    .where('topic', '=', 'slo')
    .orderBy('id')
    .execute();
  const pages = await world.as('sre', 'slo.pages', {});
  return { world, pages, orders: orders.map(({ payload }) => payload) };
}

describe('log objects that come late by up to 15 minutes, doubled and shuffled', () => {
  const scene = lateScene({ seed: 7, start, minutes: length, outage });

  it('give one page, the one that they give in order, and a restart pages nothing again', async () => {
    const inOrder = await told(scene.inOrder, 1000);
    const late = await told(scene.late, 3);
    expect(late.pages).toHaveLength(1);
    const [page] = late.pages;
    const [wanted] = inOrder.pages;
    const shape = { key: 'burn-page', severity: 'page', untold: null, refired: 0 };
    expect(page).toMatchObject({
      ...shape,
      firedAt: wanted?.firedAt,
      resolvedAt: wanted?.resolvedAt,
    });
    expect(page?.why).toEqual(wanted?.why);
    expect(page?.resolvedAt).not.toBeNull();
    // It began where the outage did, and nobody was told but once of each.
    const began = start + outage.from * msPerMinute;
    expect(Date.parse(page?.why.beganAt ?? '')).toBe(began);
    expect(late.orders).toMatchObject([
      { kind: 'page', slo: slo.id, page: page?.id, severity: 'page' },
      { kind: 'resolved', slo: slo.id, page: page?.id, severity: 'page' },
    ]);
    const entries = await late.world.as('sre', 'timeline.list', { service: slo.service });
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['slo.resolved', page?.id],
      ['slo.paged', page?.id],
    ]);
  }, 120_000);
});
