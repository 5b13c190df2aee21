import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type EngineBench, openBench } from '../../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { bareEngine } from '../../../test/bare-engine.ts';
import type { Database } from '../../platform/database/database.ts';
import type { LeaseKind, LeaseKinds, Observation } from '../kind.ts';
import type { LeaseRow } from '../row.ts';
import { reconcile } from './reconcile.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Members of a group: each lease wants its holder in, and some are in by themselves. */
type Members = readonly string[];
interface GroupSeen extends Observation {
  readonly members: Members;
}

let database: Database;
let bench: EngineBench;
const baseline = ['root'];
const group = new Set(baseline);
const changes: string[] = [];

const groupKind: LeaseKind<Members, GroupSeen> = {
  name: 'ops-server',
  ...{ giveUpSeconds: 300, provisioningSeconds: 600 },
  judgeAtGrant: async (_tx, lease) => lease.maximum_seconds,
  desired: (leases) => [
    ...baseline,
    ...leases
      .filter(({ state }) => state === 'granting' || state === 'active')
      .map(({ holder }) => holder),
  ],
  observe: async (targets) =>
    new Map(
      targets.map(({ key }) => [
        key,
        {
          status: 'ready' as const,
          ...{ step: 'ready' as const, missing: null, detail: null, resource: 'group' },
          ...{ usedAt: null, members: [...group] },
        },
      ]),
    ),
  matches: (desired, { members }) =>
    new Set([...desired, ...members]).size === new Set(desired).size &&
    desired.every((member) => members.includes(member)),
  async change(_target, desired, { members }, control) {
    await control.guard();
    for (const gone of members.filter((member) => !desired.includes(member))) {
      group.delete(gone);
      changes.push(`-${gone}`);
    }
    for (const wanted of new Set(desired.filter((member) => !members.includes(member)))) {
      group.add(wanted);
      changes.push(`+${wanted}`);
    }
  },
  close: async () => undefined,
  idleAfterSeconds: () => null,
};

beforeAll(async () => {
  database = await openTestDatabase();
  bench = await openBench(database);
});
afterAll(() => database.close());

it('a target that several leases want has what any of them wants, and what was there before', async () => {
  const engine = bareEngine(bench.core.house, {
    kinds: { 'ops-server': groupKind as unknown as LeaseKind } as LeaseKinds,
    onFailure: (_target, error) => {
      throw error;
    },
  });
  const wanted = async (who: string) => {
    const wish = { environment: 'staging', for: '30m', reason: 'x' };
    const { id } = await bench.as(who, 'ops.start', wish);
    const one = { target_key: 'group/sre', key: 'group/sre', serial_key: 'group' };
    await database.kysely
      .updateTable('leases')
      .set({ target_key: one.target_key })
      .where('id', '=', id)
      .execute();
    const moved = await database.kysely.selectFrom('targets').selectAll().execute();
    if (moved.length === 1) {
      await database.kysely
        .updateTable('targets')
        .set({ key: one.key, serial_key: one.serial_key })
        .execute();
    } else {
      const key = `ops-server/${id}`;
      await database.kysely.deleteFrom('targets').where('key', '=', key).execute();
      const now = bench.clock.now();
      await database.kysely.updateTable('targets').set({ next_check_at: now }).execute();
    }
    return id;
  };
  const turn = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await reconcile(engine);
      bench.clock.turn(1);
    }
  };
  const states = async (...ids: string[]) => Promise.all(ids.map((id) => bench.state(id)));
  const first = await wanted('engineer');
  await turn(5);
  const second = await wanted('sre');
  await turn(5);
  expect(await states(first, second)).toEqual(['active', 'active']);
  expect([...group].toSorted()).toEqual(['engineer', 'root', 'sre']);
  const third = await wanted('engineer');
  await turn(5);
  await bench.as('engineer', 'ops.stop', { id: first });
  await turn(5);
  expect(await states(first, second, third)).toEqual(['ended', 'active', 'active']);
  expect([...group].toSorted()).toEqual(['engineer', 'root', 'sre']);
  await bench.as('engineer', 'ops.stop', { id: third });
  await bench.as('sre', 'ops.stop', { id: second });
  await turn(5);
  expect(await states(second, third)).toEqual(['ended', 'ended']);
  expect([...group]).toEqual(baseline);
  expect(changes).toEqual(['+engineer', '+sre', '-engineer', '-sre']);
  const rows = (await database.kysely.selectFrom('leases').selectAll().execute()) as LeaseRow[];
  expect(rows.every(({ ending }) => ending === 'returned')).toBe(true);
});
