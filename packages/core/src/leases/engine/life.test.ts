import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';

// Minutes of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 120_000 });

let world: TestWorld;
let late: number[];

beforeEach(async () => {
  late = [];
  world = await createWorld({
    database: await openTestDatabase(),
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
    onExpired: (seconds) => void late.push(seconds),
  });
});

/** Who is asked for the review of which broken glass. */
async function reviewsAsked(): Promise<unknown[]> {
  const orders = await world.database.kysely.selectFrom('outbox').select('payload').execute();
  return orders
    .map(({ payload }) => payload)
    .filter(({ notice }: { notice: string }) => notice === 'review-owed');
}

afterEach(() => world.database.close());

describe('a lease from request to end', () => {
  it('is granted, becomes ready, and is taken back at its deadline, with an entry for each step', async () => {
    const asked = await world.as('engineer', 'ops.start', {
      environment: 'staging',
      for: '30m',
      reason: 'look at the slow query',
    });
    expect(asked).toMatchObject({ state: 'approved', holder: 'engineer', costPerHour: 0.1 });
    await world.live(5);
    const active = await world.as('engineer', 'ops.show', { id: asked.id });
    expect(active).toMatchObject({ state: 'active', step: 'ready' });
    expect(Date.parse(active.deadline ?? '') - Date.parse(active.readyAt ?? '')).toBe(30 * 60_000);
    await world.live(30 * 60 + 10);
    const ended = await world.as('engineer', 'ops.show', { id: asked.id });
    expect(ended).toMatchObject({
      state: 'ended',
      ending: 'deadline',
      instanceId: active.instanceId,
    });
    const entries = await world.as('sre', 'timeline.list', { lease: asked.id });
    expect(entries.map((entry) => entry.action).toReversed()).toEqual([
      'ops.start',
      'lease.granting',
      'lease.ready',
      'lease.reminded',
      'lease.reminded',
      'lease.revoking',
      'lease.ended',
    ]);
    expect(await world.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true, broken: null });
  });

  it('that broke the glass asks for its review once it is over', async () => {
    const fire = { environment: 'production', for: '30m', reason: 'fire', breakGlass: true };
    const { id } = await world.as('sre', 'ops.start', fire);
    await world.live(60);
    expect(await reviewsAsked()).toEqual([]);
    await world.live(31 * 60);
    expect(await reviewsAsked()).toMatchObject([{ person: 'sre', lease: id }]);
  });

  it('that broke the glass asks for its review although it was given up before its moment came', async () => {
    const fire = { environment: 'production', for: '30m', reason: 'fire', breakGlass: true };
    const at = '2026-05-01T04:00:00Z';
    const { id } = await world.as('sre', 'ops.start', { ...fire, at });
    await world.as('sre', 'ops.stop', { id });
    expect(await reviewsAsked()).toMatchObject([{ person: 'sre', lease: id }]);
  });

  it('tells once how late its revocation began, however long that takes', async () => {
    await world.as('engineer', 'ops.start', {
      ...{ environment: 'sandbox', for: '30m', reason: 'look' },
    });
    await world.live(10);
    const faults = { kind: 'lingering', operations: ['TerminateInstances'], delayMs: 360_000 };
    world.cloud.world.faults = [faults as never];
    world.clock.turn(40 * 60);
    for (let minute = 0; minute < 9; minute += 1) {
      await world.live(0);
      world.clock.turn(60);
    }
    await world.live(0);
    expect(await world.as('sre', 'ops.list', {})).toEqual([]);
    expect(late).toHaveLength(1);
  });
});
