import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { refusal, requestedLease, roomyConfig } from '../../test/leases.ts';
import { transact } from '../platform/context.ts';
import { systemPrincipal } from '../platform/system-principal.ts';
import { move } from './move.ts';
import { lockLease, needLease, updateLease } from './store.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
afterAll(() => world.database.close());

const inTransaction: <T>(work: Parameters<typeof transact<T>>[2]) => Promise<T> = (work) =>
  transact(world.core.house, systemPrincipal(world.clock.now()), work);

it('a lease that changed since it was read is not overwritten', async () => {
  const { id } = await requestedLease(world);
  const stale = await inTransaction((tx) => needLease(tx, id));
  await world.as('sre', 'lease.approve', { id });
  const late = inTransaction((tx) => updateLease(tx, stale, { reason: 'overwritten' }));
  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile', facts: { id } });
  const entry = { action: 'late' };
  expect(await refusal(inTransaction((tx) => move(tx, stale, { to: 'denied', entry })))).toBe(
    'changed-meanwhile',
  );
  const shown = await world.as('sre', 'ops.show', { id });
  expect(shown).toMatchObject({ state: 'approved', reason: 'look', revision: stale.revision + 1 });
  expect((await world.as('sre', 'timeline.list', { lease: id }))[0]?.action).toBe('lease.approve');
});

it('a lease never moves where its state does not lead', async () => {
  const { id } = await requestedLease(world);
  for (const to of ['active', 'ended', 'revoking', 'granting', 'requested'] as const) {
    const entry = { action: 'odd' };
    const moved = inTransaction(async (tx) => move(tx, await lockLease(tx, id), { to, entry }));
    await expect(moved).rejects.toThrow(`cannot move from requested to ${to}`);
  }
});
