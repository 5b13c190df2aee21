import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld, turnableClock } from '../../../../test/support/world.ts';
import { activeLease, refusal, roomyConfig } from '../../test/leases.ts';

let world: TestWorld;
// A Friday.
const clock = turnableClock('2026-05-01T00:00:00.000Z');

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig(), clock });
});
beforeEach(() => clock.turn(24 * 3600));
afterAll(() => world.database.close());

it('adds up what leases cost and what ending them saved, by the week of their grant', async () => {
  const first = await activeLease(world, 'engineer', { for: '2h' });
  clock.turn(3600);
  await world.as('engineer', 'ops.stop', { id: first.id });
  await world.live(60);
  const lasted = await world.as('engineer', 'ops.show', { id: first.id });
  clock.turn(7 * 24 * 3600);
  await activeLease(world, 'engineer', { for: '2h' });
  clock.turn(1800);
  const weeks = await world.as('sre', 'ops.cost', {});
  expect(weeks.map(({ week }) => week)).toEqual(['2026-05-04', '2026-04-27']);
  expect(weeks[1]).toMatchObject({ leases: 1, unpriced: 0 });
  expect(weeks[1]?.spent).toBeCloseTo(lasted.costSoFar ?? 0, 6);
  expect(weeks[1]?.spent).toBeCloseTo((weeks[1]?.hours ?? 0) * 0.1, 6);
  const left = Date.parse(lasted.hardMaximum ?? '') - Date.parse(lasted.endedAt ?? '');
  expect(weeks[1]?.saved).toBeCloseTo((left / 3_600_000) * 0.1, 6);
  expect(weeks[0]?.saved).toBe(0);
  expect(await world.as('sre', 'ops.cost', { weeks: 1 })).toHaveLength(1);
});

it('counts against the quota what one asked for and what one holds, here and open', async () => {
  const config = roomyConfig((yaml) => yaml.replaceAll(/quota: \d+/g, 'quota: 2'));
  const strict = await createWorld({ database: await openTestDatabase(), config });
  const start = (who: string) =>
    strict.as(who, 'ops.start', { environment: 'staging', for: '30m', reason: 'look' });
  const given = await activeLease(strict, 'engineer');
  await strict.as('engineer', 'ops.handover', { id: given.id, to: 'sre2' });
  await start('engineer');
  expect(await refusal(start('engineer'))).toBe('quota-reached');
  await start('sre2');
  expect(await refusal(start('sre2'))).toBe('quota-reached');
  await strict.as('sre2', 'ops.stop', { id: given.id });
  await strict.live(120);
  expect((await start('engineer')).state).toBe('approved');
  await strict.database.close();
});

it('finds the history of a person by e-mail, and of one who left by id', async () => {
  const people = await world.as('sre', 'people.list', {});
  const email = people.find(({ id }) => id === 'engineer')?.email;
  const history = (holder: unknown) => world.as('sre', 'ops.history', { holder });
  expect(await history(email)).toHaveLength((await history('engineer')).length);
  expect(await history(email)).not.toEqual([]);
  expect(await history('somebody-who-left')).toEqual([]);
});
