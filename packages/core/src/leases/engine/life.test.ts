import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';

let world: TestWorld;

beforeEach(async () => {
  world = await createWorld({
    database: await openTestDatabase(),
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
});

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
    const owed = async () =>
      (await world.database.kysely.selectFrom('outbox').select('payload').execute())
        .map(({ payload }) => payload)
        .filter(({ notice }: { notice: string }) => notice === 'review-owed');
    await world.live(60);
    expect(await owed()).toEqual([]);
    await world.live(31 * 60);
    expect(await owed()).toMatchObject([{ person: 'sre', lease: id }]);
  });
});
