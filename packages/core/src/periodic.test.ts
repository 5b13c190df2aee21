import { afterAll, beforeAll, expect, it } from 'vitest';
import { timelessCloud } from '../../../test/support/engine-bench.ts';
import { createInProcessAccess, createRng } from '../../../test/support/simulated-aws.ts';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../test/support/world.ts';
import type { AccessCloud } from './cloud.ts';

const never = new Promise<never>(() => undefined);

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), access: silentAccess() });
});
afterAll(() => world.database.close());

/** An AWS that takes every call and answers none. */
function silentAccess(): AccessCloud {
  const { world: aws } = timelessCloud();
  const answering = createInProcessAccess({ world: aws, now: () => 0, rng: createRng(2).next });
  const silent = Object.keys(answering).map((name) => [name, () => never]);
  return Object.fromEntries(silent) as AccessCloud;
}

/** Of each loop, whether it is being run now. */
async function underWay(): Promise<Record<string, boolean>> {
  const rows = await world.database.kysely.selectFrom('loops').selectAll().execute();
  return Object.fromEntries(rows.map((row) => [row['name'], row['claimed_until'] !== null]));
}

it('judges SLOs, and does all else that is quick, while looks at AWS get no answer', async () => {
  const { loopTurns } = world.core;
  const turns = new Map(loopTurns.map(({ name, turn }) => [name, turn()]));
  await turns.get('loops');
  const first = await underWay();
  expect(first).toMatchObject({ sweep: false, slo: false, week: false, housekeeping: false });
  // Each look waits by itself, so none of them was kept from beginning by another.
  await expect.poll(underWay).toMatchObject({ 'access-drift': true, 'access-roles': true });

  world.clock.turn(60);
  const before = await sloDue();
  await Promise.all(loopTurns.filter(({ name }) => name === 'loops').map(({ turn }) => turn()));
  expect(await sloDue()).toBeGreaterThan(before);
}, 60_000);

/** When SLOs are judged next, as milliseconds. */
async function sloDue(): Promise<number> {
  const { kysely } = world.database;
  const row = await kysely
    .selectFrom('loops')
    .selectAll()
    .where('name', '=', 'slo')
    .executeTakeFirstOrThrow();
  return new Date(row['next_run_at'] as Date).getTime();
}
