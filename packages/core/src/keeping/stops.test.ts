import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fakeKeeping, keepsAll } from '../../../../test/support/keeping.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { CloudError } from '../platform/cloud-error.ts';
import { type Loop, runLoops } from '../platform/loops.ts';
import { newSigningKey, signerFromPem } from '../timeline/index.ts';
import { keepingLoops } from './loops.ts';

const clock = turnableClock();
const keeping = fakeKeeping(() => clock.now());
const config = keepsAll(practiceConfig());
const signer = signerFromPem(newSigningKey());
const hour = 3600;
let world: TestWorld;
let servers: readonly (readonly Loop[])[];

/** Two servers of the installation begin; others than before, as after a restart. */
const begin = () => {
  const one = () => keepingLoops(world.core.house, { keeping, signer });
  servers = [one(), one()];
};
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), clock, config });
  await world.core.begin();
  begin();
});
afterAll(() => world.database.close());
beforeEach(() => keeping.refuse(null));

/** Some hours pass, and then some more: after each every server does its loops, or those of these names. */
async function pass(spans: readonly number[], only = ['anchors', 'backups', 'kept-watch']) {
  for (const hours of spans) {
    clock.turn(hours * hour);
    for (const loops of servers) {
      const wanted = loops.filter(({ name }) => only.includes(name));
      await runLoops(world.core.house, wanted, () => undefined);
    }
  }
}
/** What people were told of it since they were asked last, in order. */
async function heard(): Promise<unknown[]> {
  const { kysely } = world.database;
  const { rows } = await sql<{ topic: string; payload: { notice: string; facts: object } }>`
    delete from outbox where dedupe like '%keeping-%' returning topic, payload`.execute(kysely);
  return rows.map(({ topic, payload: { notice, facts } }) => ({ topic, notice, ...facts }));
}
const backup = () =>
  keeping.objects.set(`kept/backups/${+clock.now()}`, {
    ...{ text: 'age', at: clock.now().toISOString() },
  });
const denied = new CloudError('denied', 'AccessDenied', 'no');
const anchors = { kind: 'anchors', place: 's3://kept/anchors/' };
const backups = { kind: 'backups', place: 's3://kept/backups/' };

it('is told once when a store refuses for three hours, and quietly when it works again', async () => {
  backup();
  await pass([1]);
  const since = clock.now().toISOString();
  keeping.refuse(denied);
  await pass([1, 2]);
  expect(await heard()).toEqual([]);
  await pass([0.5]);
  expect(await heard()).toEqual([
    { topic: 'page', notice: 'keeping-stopped', ...anchors, since, because: 'AccessDenied' },
  ]);
  await pass([12, 12]);
  begin();
  await pass([6, 6]);
  expect(await heard()).toEqual([]);
  keeping.refuse(null);
  await pass([1, 1]);
  expect(await heard()).toEqual([{ topic: 'announce', notice: 'keeping-resumed', ...anchors }]);
  await pass([1]);
  expect(await heard()).toEqual([]);
  keeping.refuse(denied);
  await pass([2, 2]);
  expect(await heard()).toMatchObject([{ topic: 'page', ...anchors }]);
  keeping.refuse(null);
  await pass([0.5]);
  expect(await heard()).toMatchObject([{ topic: 'announce', ...anchors }]);
});

it('is told by the watch when the loop that keeps hangs, and not to a server that was only off', async () => {
  backup();
  await pass([1]);
  clock.turn(24 * hour);
  begin();
  await pass([1]);
  expect(await heard()).toEqual([]);
  const since = clock.now().toISOString();
  await pass([1, 3], ['kept-watch']);
  expect(await heard()).toEqual([
    { topic: 'page', notice: 'keeping-stopped', ...anchors, since, because: null },
  ]);
  await pass([1]);
  expect(await heard()).toMatchObject([{ topic: 'announce', ...anchors }]);
});

it('is not told at once when the first try after a while off fails, and is a little later', async () => {
  backup();
  await pass([1]);
  clock.turn(24 * hour);
  begin();
  keeping.refuse(denied);
  await pass([0.1, 0.2]);
  expect(await heard()).toEqual([]);
  await pass([0.5]);
  expect(await heard()).toMatchObject([{ topic: 'page', ...anchors }]);
  keeping.refuse(null);
  await pass([0.5]);
  expect(await heard()).toMatchObject([{ topic: 'announce', ...anchors }]);
});

it('is told once when no backup comes for two days, and quietly when one does', async () => {
  const since = clock.now().toISOString();
  backup();
  await pass([24, 24]);
  expect(await heard()).toEqual([]);
  await pass([12, 12]);
  expect(await heard()).toEqual([
    { topic: 'page', notice: 'keeping-stopped', ...backups, since, because: null },
  ]);
  backup();
  await pass([1]);
  expect(await heard()).toEqual([{ topic: 'announce', notice: 'keeping-resumed', ...backups }]);
  const told = await world.as('auditor', 'timeline.list', { limit: 50 });
  const actions = told.map(({ action }) => action).filter((one) => one.startsWith('keeping.'));
  const once = ['keeping.resumed', 'keeping.stopped'];
  expect(actions).toEqual([...once, ...once, ...once, ...once, ...once]);
});
