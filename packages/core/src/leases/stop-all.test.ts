import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { activeLease, refusal, requestedLease, roomyConfig } from '../../test/leases.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
beforeEach(async () => {
  // Those of the test before are over, and what is asked for now comes after the line.
  await stopAll();
  await world.live(60);
  await world.as('sre', 'lease.resume', { reason: 'from the start' });
  world.clock.turn(1);
});
afterAll(() => world.database.close());

const stopAll = () => world.as('sre', 'lease.stop-all', { reason: 'leak' });
const state = async (id: string) => (await world.as('sre', 'ops.show', { id })).state;
const start = (reason = 'look') =>
  world.as('engineer', 'ops.start', { environment: 'staging', reason });

it('stopping everything ends every lease, whatever it waits for, and lends nothing until resumed', async () => {
  const active = await activeLease(world);
  const asked = await requestedLease(world);
  const later = await world.as('engineer', 'ops.start', {
    ...{ environment: 'staging', reason: 'tomorrow', at: '2026-05-03T09:00:00Z' },
  });
  const granting = await start();
  const { leases } = await stopAll();
  expect(leases.toSorted()).toEqual([active.id, asked.id, later.id, granting.id].toSorted());
  expect(await refusal(start())).toBe('stopped-everything');
  expect(await refusal(requestedLease(world))).toBe('stopped-everything');
  const quote = await world.as('engineer', 'ops.quote', { environment: 'staging' });
  expect(quote.refusal).toMatchObject({ code: 'stopped-everything' });
  await world.core.reconcile();
  expect(await state(active.id)).toBe('revoking');
  for (const { id } of [asked, later, granting]) expect(await state(id)).toBe('withdrawn');
  await world.live(60);
  expect(await state(active.id)).toBe('ended');
  expect(await world.as('sre', 'ops.list', {})).toEqual([]);
  await world.as('sre', 'lease.resume', { reason: 'contained' });
  expect((await start()).state).toBe('approved');
});

it('a second stop keeps who stopped first, and stops what came in between', async () => {
  const first = await stopAll();
  world.clock.turn(60);
  const second = await stopAll();
  expect(second).toMatchObject({ stopped: true, since: first.since, leases: [] });
});

it('what was stopped ends although lending is resumed before the engine came to it', async () => {
  const active = await activeLease(world);
  await stopAll();
  await world.as('sre', 'lease.resume', { reason: 'false alarm' });
  world.clock.turn(1);
  const fresh = await start();
  await world.live(60);
  expect(await world.as('sre', 'ops.show', { id: active.id })).toMatchObject({
    ...{ state: 'ended', ending: 'stop-all' },
  });
  expect(await state(fresh.id)).toBe('active');
});

it('no lease is too many: each pass stops as many as it claims, those that nobody looks at too', async () => {
  for (let index = 0; index < 12; index += 1) await activeLease(world);
  const { leases } = await stopAll();
  expect(leases).toHaveLength(12);
  for (let pass = 0; pass < 4; pass += 1) await world.core.reconcile(4);
  for (const id of leases) expect(await state(id)).toBe('revoking');
});

it('a start at the same moment is either refused or stopped too', async () => {
  for (let round = 0; round < 4; round += 1) {
    await world.as('sre', 'lease.resume', { reason: 'again' });
    const starts = Array.from({ length: 6 }, (_, at) => start(`round ${round}.${at}`));
    const [halted] = await Promise.all([stopAll(), Promise.allSettled(starts)]);
    for (const started of await Promise.allSettled(starts)) {
      if (started.status === 'fulfilled') expect(halted.leases).toContain(started.value.id);
      else expect(started.reason).toMatchObject({ code: 'stopped-everything' });
    }
    await world.core.reconcile();
    const open = await world.as('sre', 'ops.list', {});
    expect(open.filter(({ state: now }) => now !== 'revoking')).toEqual([]);
    world.clock.turn(1);
  }
});

it('an approval at the same moment grants nothing', async () => {
  const { id } = await requestedLease(world);
  await Promise.allSettled([world.as('sre2', 'lease.approve', { id }), stopAll()]);
  await world.core.reconcile();
  expect(await state(id)).toBe('withdrawn');
});
