import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createFakeChatGroups } from '../../../../test/support/chat-groups.ts';
import {
  type EngineBench,
  openBench,
  practiceDirectory,
} from '../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import type { Database } from '../platform/database/database.ts';
import { writeRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';

vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let bench: EngineBench;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  const chatGroups = createFakeChatGroups({ S0SRE: ['U0SRE'] }, ['U0SRE', 'U0ENG']);
  bench = await openBench(database, undefined, { chatGroups });
});
afterAll(() => database.close());

/** From now on this database is one that was brought back. */
async function bringBack(): Promise<void> {
  const restoredAt = bench.clock.now().toISOString();
  const mark = { restoredAt, takenAt: restoredAt, newestEntry: 1, noted: true };
  await transactAsSystem(bench.core.house, (tx) => writeRestored(tx, mark));
}

const lend = async () => {
  const wish = { permissionSet: 'PowerUserAccess', account: 'staging', for: '1h', reason: 'look' };
  return (await bench.as('engineer', 'access.request', wish)).id;
};
const taro = practiceDirectory.userId('taro.suzuki');
const power = practiceDirectory.permissionSetArn('PowerUserAccess');
const assigned = () => {
  const all = [...bench.cloud.world.directory.assignments.entries()];
  return all.filter(
    ([, row]) =>
      row.account === '222222222222' && row.principalId === taro && row.permissionSetArn === power,
  );
};
const show = async () => {
  const { differences } = await bench.as('sre', 'recovery.show', {});
  return differences.map(({ lease, kind, settles }) => [lease, kind, settles]);
};
const settle = async (more: object = {}) => {
  const { shown } = await bench.as('sre', 'recovery.show', {});
  const asked = { reason: 'asked everybody', shown: shown ?? '' };
  return bench.as('sre', 'recovery.settle', { ...asked, ...more });
};
const access = async (id: string) => bench.as('sre', 'access.show', { id });

it('puts the parts of a membership off together with it', async () => {
  const wish = { team: 'sre', for: '30m', reason: 'an exchange' };
  const { id } = await bench.as('engineer', 'membership.request', wish);
  await bench.as('sre', 'lease.approve', { id });
  await bench.live(60);
  await bringBack();
  bench.pass(2400);
  await settle();
  await bench.live(120);
  const { state, deadline, permissionSets } = await bench.as('sre', 'membership.show', { id });
  expect(state).toBe('active');
  expect(permissionSets).toHaveLength(2);
  for (const { lease } of permissionSets)
    expect(await access(lease)).toMatchObject({ state: 'active', deadline });
});

it('shows a permission set that was given back since as gone, and gives it to nobody again', async () => {
  const id = await lend();
  await bench.live(60);
  expect(assigned()).toHaveLength(1);
  await bringBack();
  expect(await show()).toEqual([]);
  for (const [key] of assigned()) bench.cloud.world.directory.assignments.drop(key);
  expect(await show()).toEqual([[id, 'gone', 'ends']]);
  await settle();
  await bench.live(120);
  expect((await access(id)).state).toBe('ended');
  expect(assigned()).toEqual([]);
});

it('gives no permission set that was being given at the backup', async () => {
  bench.fault({ kind: 'throttle', operations: ['CreateAccountAssignment'] });
  const id = await lend();
  await bench.live(60);
  expect((await access(id)).state).toBe('granting');
  await bringBack();
  bench.fault();
  expect(await show()).toEqual([[id, 'unfinished', 'taken-back']]);
  await settle({ end: [id] });
  await bench.live(120);
  expect((await access(id)).state).toBe('failed');
  expect(assigned()).toEqual([]);
});
