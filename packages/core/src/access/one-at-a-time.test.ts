import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  createInProcessCloud,
  createRng,
  instantTiming,
} from '../../../../test/support/simulated-aws.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, practiceConfig, turnableClock } from '../../../../test/support/world.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { Database } from '../platform/database/database.ts';

vi.setConfig({ testTimeout: 120_000 });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const secondsOfAChange = 3;
const crowd = Array.from({ length: 12 }, (_, index) => `p${index}`);

const userId = (who: string) => `44444444-0000-4000-8000-${who.slice(1).padStart(12, '0')}`;

const config = practiceConfig((yaml) => {
  const people = crowd.map(
    (id) =>
      `  - { id: ${id}, name: { en: ${id}, ja: ${id} }, email: ${id}@example.com, groups: [crowd], role: member }\n`,
  );
  const policy =
    '  - { id: crowd, who: [group:crowd], what: [permission-set], where: [staging] }\n\nleases:\n';
  return yaml
    .replace('\nonCall:', `${people.join('')}\nonCall:`)
    .replace('\nleases:\n', `\n${policy}`);
});

/** A world whose Identity Center takes seconds for a change, and what it refused because another was under way. */
async function slowWorld() {
  await clearDatabase(database);
  const clock = turnableClock();
  const now = () => clock.now().getTime();
  const timing = { ...instantTiming, assignMs: secondsOfAChange * 1000 };
  const cloud = createInProcessCloud({ now, rng: createRng(1).next, timing });
  for (const id of crowd) {
    cloud.world.directory.users.put(userId(id), {
      ...{ id: userId(id), userName: id, displayName: id },
      ...{ email: `${id}@example.com`, enabled: true },
    });
  }
  const refused: string[] = [];
  const onFailure = (target: string, error: unknown) => {
    if (error instanceof CloudError && error.failure === 'conflict') refused.push(target);
  };
  return { ...(await createWorld({ database, config, clock, cloud, onFailure })), refused, timing };
}

const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '1h', reason: 'look' };

it('changes of one account wait for each other, so that AWS refuses none and no time is lost', async () => {
  const { as, live, cloud, refused } = await slowWorld();
  for (const who of crowd) await as(who, 'access.request', wish);
  const has = () =>
    crowd.filter((id) =>
      [...cloud.world.directory.assignments.values()].some((one) => one.principalId === userId(id)),
    ).length;
  // A change, and a second until the next look sees that it is done.
  const all = crowd.length * (secondsOfAChange + 1);
  await live(all);
  expect(has()).toBe(crowd.length);
  await as('sre', 'lease.stop-all', { reason: 'x' });
  await live(all);
  expect([has(), refused]).toEqual([0, []]);
});

it('removals that fail again and again keep nobody else of their account waiting', async () => {
  const { as, live, cloud } = await slowWorld();
  const leases = [];
  for (const who of crowd.slice(0, 3)) leases.push((await as(who, 'access.request', wish)).id);
  await live(20);
  cloud.world.faults = [{ kind: 'change-fails', operations: ['DeleteAccountAssignment'] }];
  for (const [index, id] of leases.entries()) await as(`p${index}`, 'access.return', { id });
  await live(20);
  const { id } = await as('p3', 'access.request', wish);
  await live(30);
  expect((await as('p3', 'access.show', { id })).state).toBe('active');
  cloud.world.faults = [];
  await live(60);
  const states = await Promise.all(leases.map((lease) => as('sre', 'access.show', { id: lease })));
  expect(states.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended']);
});

it('a change whose end AWS never tells keeps others waiting for half a minute at most', async () => {
  const { as, live, timing } = await slowWorld();
  const first = await as('p0', 'access.request', wish);
  await live(10);
  timing.assignMs = 3_600_000;
  await as('p0', 'access.return', { id: first.id });
  await live(5);
  timing.assignMs = 0;
  const { id } = await as('p1', 'access.request', wish);
  await live(20);
  expect((await as('p1', 'access.show', { id })).state).not.toBe('active');
  await live(60);
  expect((await as('p1', 'access.show', { id })).missing).toBe('another-change');
});
