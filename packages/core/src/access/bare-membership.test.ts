import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import {
  createInProcessAccess,
  createInProcessCloud,
  createRng,
  instantTiming,
  practiceDirectory,
} from '../../../../test/support/simulated-aws.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld, turnableClock } from '../../../../test/support/world.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { roomyConfig } from '../../test/leases.ts';
import type { AccessCloud } from './cloud.ts';

vi.setConfig({ testTimeout: 120_000 });

let database: TestWorld['database'];
let world: TestWorld;
/** Calls that fail, and whether the process dies at the first of them: then it calls nothing more. */
let failing: readonly string[] = [];
let dies = false;
let dead = false;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearDatabase(database);
  [failing, dies, dead] = [[], false, false];
  const clock = turnableClock();
  const time = { now: () => clock.now().getTime(), rng: createRng(1).next };
  const cloud = createInProcessCloud({ ...time, timing: instantTiming });
  const real = createInProcessAccess({ ...time, world: cloud.world });
  const access = new Proxy(real, {
    get:
      (target, name) =>
      async (...rest: unknown[]) => {
        if (failing.includes(String(name))) {
          dead ||= dies;
          throw new Error(`${String(name)} failed`);
        }
        if (dead) throw new Error('nobody is there');
        return Reflect.apply(target[name as keyof AccessCloud] as never, target, rest) as unknown;
      },
  });
  const set = '[{ name: PowerUserAccess, viaGroup: engineers }]';
  const config = roomyConfig((yaml) =>
    yaml.replace('permissionSets: [PowerUserAccess]', `permissionSets: ${set}`),
  );
  world = await createWorld({ database, clock, cloud, access, config });
});

const ken = practiceDirectory.userId('ken.watanabe');
const isMember = () =>
  [...world.cloud.world.directory.memberships.values()].some(({ userId, groupId }) => {
    return userId === ken && groupId === practiceDirectory.groupId('engineers');
  });
const switches = () =>
  [...world.cloud.world.schedules.values()].filter(({ name }) => name.startsWith('sekisho-access'));
const ask = async () => {
  const wish = { permissionSet: 'PowerUserAccess', account: 'sandbox', for: '1h', reason: 'look' };
  return (await world.as('sre2', 'access.request', wish)).id;
};
const state = async (id: string) => (await world.as('sre', 'access.show', { id })).state;

it('takes a member out again at once whose switch cannot be set, and grants when it can', async () => {
  failing = ['armRemoval'];
  const id = await ask();
  await world.live(5);
  expect([isMember(), switches().length, await state(id)]).toEqual([false, 0, 'granting']);
  failing = [];
  await world.live(120);
  expect([isMember(), switches().length, await state(id)]).toEqual([true, 1, 'active']);
});

it('sets the switch first thing, where a process died between the membership and its switch', async () => {
  [failing, dies] = [['armRemoval'], true];
  const id = await ask();
  await world.live(5);
  expect([isMember(), switches().length]).toEqual([true, 0]);
  [failing, dies, dead] = [[], false, false];
  await world.live(120);
  expect([isMember(), switches().length, await state(id)]).toEqual([true, 1, 'active']);
});

it('takes the member out where whoever comes after the dead can set no switch either', async () => {
  [failing, dies] = [['armRemoval'], true];
  const id = await ask();
  await world.live(5);
  [dies, dead] = [false, false];
  await world.live(60);
  expect([isMember(), switches().length]).toEqual([false, 0]);
  expect(await state(id)).not.toBe('active');
});
