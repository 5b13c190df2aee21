import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
afterAll(() => world.database.close());

it('resuming tells the page channel once, and nothing when nothing was stopped', async () => {
  const resumed = async () => {
    const orders = await world.database.kysely.selectFrom('outbox').selectAll().execute();
    return orders.filter(({ payload }) => payload.notice === 'resumed').length;
  };
  const before = await resumed();
  await world.as('sre', 'lease.resume', { reason: 'to be sure' });
  expect(await resumed()).toBe(before);
  await world.as('sre', 'lease.stop-all', { reason: 'leak' });
  await world.as('sre', 'lease.resume', { reason: 'contained' });
  await world.as('sre', 'lease.resume', { reason: 'contained' });
  expect(await resumed()).toBe(before + 1);
});
