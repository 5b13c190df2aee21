import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { activeLease, requestedLease, roomyConfig } from '../../test/leases.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
afterAll(() => world.database.close());

interface Wish {
  readonly verb?: 'ops.list' | 'lease.list';
  readonly limit?: number;
  readonly holder?: string;
  readonly environment?: string;
}

const listed = async (who: string, { verb = 'ops.list', ...input }: Wish) =>
  (await world.as(who, verb, input)).map(({ id }) => id);

it('lists no more than asked for: the caller’s own first, then what waits, then what ends soonest', async () => {
  const late = await activeLease(world, 'engineer', { for: '2h' });
  const soon = await activeLease(world, 'engineer', { for: '30m' });
  const waits = await requestedLease(world, 'engineer');
  const own = await activeLease(world, 'sre', { for: '4h' });
  expect(await listed('sre', {})).toEqual([waits.id, soon.id, late.id, own.id]);
  expect(await listed('sre', { limit: 3 })).toEqual([own.id, waits.id, soon.id]);
  expect(await listed('engineer', { limit: 2 })).toEqual([waits.id, soon.id]);
  expect(await listed('sre', { holder: 'engineer', limit: 1 })).toEqual([waits.id]);
  const all = (environment: string) => listed('sre', { verb: 'lease.list', environment });
  expect(await all('staging')).toEqual([soon.id, late.id, own.id]);
  expect(await all('production')).toEqual([waits.id]);
});
