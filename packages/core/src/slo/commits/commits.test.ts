import type { Config } from '@sekisho/config';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, turnableClock } from '../../../../../test/support/world.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import { roomyConfig } from '../../../test/leases.ts';
import { sloScene } from '../../../test/slo-scene.ts';
import { sloConfig, withSlos } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { refreshStatuses } from './refresh.ts';
import type { TakenPull } from './store.ts';
import { takePull } from './take-pull.ts';
import { wantedStatus } from './wanted-status.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const slo = sloConfig();
// A process remembers what it read of a database; each test lives in a time of its own.
let year = 2026;

async function scene() {
  year += 1;
  const start = `${year}-11-02T00:00:00Z`;
  const measured = await sloScene(database, [slo], start);
  const { checkout } = withSlos(roomyConfig()).services;
  if (checkout === undefined) throw new Error('the SLO has a service');
  const config: Config = {
    ...measured.world.core.house.config(),
    services: { checkout: { ...checkout, repositories: ['example/shop'] } },
    github: {
      ...{ api: 'http://127.0.0.1:1', tokenVariable: 'T', webhookSecretVariable: 'S' },
      ...{ fixLabels: ['fix'], whenSpent: 'failure', language: 'en' },
    },
  };
  const world = await createWorld({ database, config, clock: measured.world.clock });
  const { house } = world.core;
  const { give, now } = measured;
  await give(slo, now() - 1440, now(), { good: 1000 });
  const pull = (more: Partial<TakenPull> = {}): TakenPull => ({
    ...{ repository: 'Example/Shop', number: 7, head: 'a'.repeat(40), labels: [], open: true },
    ...{ changed_at: world.clock.now(), ...more },
  });
  const take = (more: Partial<TakenPull> = {}) =>
    transactAsSystem(house, (tx) => takePull(tx, pull(more)));
  const shown = async () => {
    const wanted = await wantedStatus(house, 'example/shop', 7);
    return wanted === null ? null : `${wanted.head.slice(0, 1)} ${wanted.state} ${wanted.why.kind}`;
  };
  const orders = async () =>
    (
      await database.kysely
        .selectFrom('outbox')
        .select('payload')
        .where('topic', '=', 'github')
        .execute()
    ).length;
  const spend = async () => {
    await give(slo, now() - 10, now(), { bad: 10_000 });
  };
  return { world, house, take, shown, orders, spend, turn: world.clock.turn, give, now };
}

describe('pull requests of a repository that a service names', () => {
  it('show how the budget stands, and change when it changes sides and not before', async () => {
    const { house, take, shown, orders, spend } = await scene();
    expect(await take()).toBe('kept');
    expect(await shown()).toBe('a success left');
    await refreshStatuses(house);
    expect(await orders()).toBe(1);
    await spend();
    await refreshStatuses(house);
    await refreshStatuses(house);
    expect(await shown()).toBe('a failure spent');
    expect(await orders()).toBe(2);
  });

  it('are believed by GitHub’s time: what comes again or late changes nothing', async () => {
    const { world, take, shown, orders, spend } = await scene();
    await spend();
    const at = world.clock.now();
    const ago = (seconds: number) => new Date(at.getTime() - seconds * 1000);
    await take({ head: 'b'.repeat(40), changed_at: ago(10) });
    expect(await take({ changed_at: ago(60), labels: ['fix'] })).toBe('known');
    expect(await shown()).toBe('b failure spent');
    await take({ head: 'b'.repeat(40), changed_at: ago(10) });
    expect(await orders()).toBe(1);
    expect(await take({ head: 'b'.repeat(40), changed_at: ago(5), open: false })).toBe('kept');
    expect(await take({ head: 'b'.repeat(40), changed_at: ago(10) })).toBe('known');
    expect(await take({ number: 8, changed_at: ago(15 * 86_400) })).toBe('too-old');
    expect(await take({ repository: 'example/other' })).toBe('not-ours');
    expect(await orders()).toBe(1);
  });

  it('are never held up once they bear the label of a fix', async () => {
    const { take, shown, spend } = await scene();
    await spend();
    await take();
    expect(await shown()).toBe('a failure spent');
    await take({ labels: ['Fix'] });
    expect(await shown()).toBe('a success fix');
    await take({ labels: [] });
    expect(await shown()).toBe('a failure spent');
  });

  it('are let through one commit at a time, by an SRE who says why', async () => {
    const { world, take, shown, spend } = await scene();
    await spend();
    await take();
    const wish = {
      repository: 'Example/Shop',
      commit: 'aaaaaaa',
      reason: 'the sale starts at noon',
    };
    await expect(world.as('engineer', 'slo.override', wish)).rejects.toMatchObject({
      code: 'role-too-weak',
    });
    await expect(
      world.as('sre2', 'slo.override', { ...wish, commit: 'bbbbbbb' }),
    ).rejects.toMatchObject({ code: 'commit-not-found' });
    const through = await world.as('sre2', 'slo.override', wish);
    expect(through).toMatchObject({ commit: 'a'.repeat(40), by: 'sre2', pulls: [7] });
    expect(await shown()).toBe('a success overridden');
    const [entry] = await world.as('sre', 'timeline.list', { limit: 1 });
    expect(entry).toMatchObject({
      ...{ action: 'slo.override', outcome: 'done', service: 'checkout' },
      actor: { id: 'sre2' },
      data: { repository: 'example/shop', commit: 'a'.repeat(40) },
      texts: { reason: 'the sale starts at noon' },
    });
    const changes = async () => (await world.as('engineer', 'slo.show', { id: slo.id })).changes;
    const said = { repository: 'example/shop', number: 7, commit: 'a'.repeat(40) };
    expect(await changes()).toMatchObject([{ ...said, state: 'through', by: 'sre2', until: null }]);
    const back = { ...wish, reason: 'it burns more', withdraw: true };
    await world.as('sre2', 'slo.override', back);
    expect(await shown()).toBe('a failure spent');
    expect(await changes()).toMatchObject([{ ...said, state: 'held', by: null }]);
    await expect(world.as('sre2', 'slo.override', back)).rejects.toMatchObject({
      code: 'not-overridden',
    });
    world.clock.turn(1);
    await take({ head: 'c'.repeat(40) });
    expect(await shown()).toBe('c failure spent');
  });

  it('are let through no longer than was said', async () => {
    const { world, house, take, shown, spend, now } = await scene();
    await spend();
    await take();
    const wish = { repository: 'example/shop', commit: 'aaaaaaa', reason: 'the sale' };
    for (const span of ['10s', '31d', 'soon'])
      await expect(world.as('sre2', 'slo.override', { ...wish, for: span })).rejects.toMatchObject({
        code: 'bad-duration',
      });
    const { until } = await world.as('sre2', 'slo.override', { ...wish, for: '3m' });
    expect(Date.parse(until ?? '') / 60_000).toBeCloseTo(now() + 3, 0);
    await refreshStatuses(house);
    expect(await shown()).toBe('a success overridden');
    world.clock.turn(181);
    await refreshStatuses(house);
    expect(await shown()).toBe('a failure spent');
  });
});

it('says nothing to repositories while GitHub is not configured', async () => {
  const config = withSlos(roomyConfig());
  const world = await createWorld({ database, config, clock: turnableClock() });
  await refreshStatuses(world.core.house);
  expect(await wantedStatus(world.core.house, 'example/shop', 7)).toBeNull();
});
