import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import {
  createFakeChatGroups,
  type FakeChatGroups,
} from '../../../../../test/support/chat-groups.ts';
import {
  type EngineBench,
  openBench,
  practiceDirectory,
} from '../../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import type { Database } from '../../platform/database/database.ts';

vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let bench: EngineBench;
let chat: FakeChatGroups;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  chat = createFakeChatGroups({ S0SRE: ['U0SRE'] }, ['U0SRE', 'U0ENG']);
  bench = await openBench(database, undefined, { chatGroups: chat });
});
afterAll(() => database.close());

async function joined(): Promise<string> {
  const wish = { team: 'sre', for: '30m', reason: 'an exchange' };
  const { id } = await bench.as('engineer', 'membership.request', wish);
  await bench.as('sre', 'lease.approve', { id });
  return id;
}

/** State and deadline of a membership, and those of its parts. */
async function ends(id: string) {
  const { state, deadline, permissionSets } = await bench.as('sre', 'membership.show', { id });
  const shown = permissionSets.map(({ lease }) => bench.as('sre', 'access.show', { id: lease }));
  const parts = (await Promise.all(shown)).map((part) => [part.state, part.deadline]);
  return { whole: [state, deadline], parts };
}

it('a part that was ready before its whole ends with it, not before', async () => {
  chat.refusal = 'unknown-outcome';
  const id = await joined();
  await bench.live(240);
  const before = await ends(id);
  expect(before.whole).toEqual(['granting', null]);
  expect(before.parts.map(([state]) => state)).toEqual(['active', 'active']);
  chat.refusal = null;
  await bench.live(120);
  const { whole, parts } = await ends(id);
  expect(whole[0]).toBe('active');
  expect(parts).toEqual([whole, whole]);
});

it('a part that is ready after its whole was extended ends with it, not before', async () => {
  const id = await joined();
  bench.fault({ kind: 'throttle', operations: ['CreateAccountAssignment'] });
  await bench.live(60);
  const before = await ends(id);
  expect(before.whole[0]).toBe('active');
  expect(before.parts.map(([state]) => state)).toEqual(['granting', 'granting']);
  await bench.as('engineer', 'membership.extend', { id, for: '20m' });
  bench.fault();
  await bench.live(120);
  const { whole, parts } = await ends(id);
  expect(parts).toEqual([whole, whole]);
});

it('a part that ends by itself is told to its holder; one that ends with its whole is not', async () => {
  const id = await joined();
  await bench.live(60);
  const { permissionSets } = await bench.as('sre', 'membership.show', { id });
  const lost = permissionSets.find(({ accountName }) => accountName === 'staging')?.lease ?? '';
  const { assignments } = bench.cloud.world.directory;
  const user = practiceDirectory.userId('taro.suzuki');
  for (const [key, row] of [...assignments.entries()])
    if (row.account === '222222222222' && row.principalId === user) assignments.drop(key);
  await bench.live(400);
  const { whole, parts } = await ends(id);
  expect(whole[0]).toBe('active');
  expect(parts.map(([state]) => state)).toEqual(['active', 'ended']);
  const endings = async () =>
    (await bench.ordered('tell')).filter((one) => one.startsWith('tell:engineer:ended:'));
  expect((await endings()).map((one) => one.split(':')[3])).toEqual([lost]);
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(120);
  expect(new Set((await endings()).map((one) => one.split(':')[3]))).toEqual(new Set([lost, id]));
});
