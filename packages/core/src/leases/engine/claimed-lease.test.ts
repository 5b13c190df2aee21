import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import type { House, Tx } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { beginRevoking } from '../move.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import { lockLease } from '../store.ts';
import { createClaimedWrites } from './claimed-lease.ts';
import { ClaimLost } from './store.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
let leases: string[];
let targets: TargetRow[];
let transactions: number;
let house: House;

beforeEach(async () => {
  leases = [];
  for (let count = 0; count < 5; count += 1) leases.push(await bench.ask());
  await bench.live(60);
  const rows = await bench.database.kysely
    .selectFrom('targets')
    .selectAll()
    .orderBy('key')
    .execute();
  targets = rows as unknown as TargetRow[];
  transactions = 0;
  const counting: Database = {
    ...bench.database,
    transaction(work) {
      transactions += 1;
      return bench.database.transaction(work);
    },
  };
  house = { ...bench.core.house, database: counting };
});

const revoke = (tx: Tx, lease: LeaseRow) => beginRevoking(tx, lease, 'returned', { claimed: true });

const targetOf = (lease: string) => {
  const found = targets.find(({ key }) => key === `ops-server/${lease}`);
  if (found === undefined) throw new Error(`${lease} has no target`);
  return found;
};

/** Revokes every lease at once, some in their own way. */
function revokeAll(own: Record<string, Partial<{ target: TargetRow; write: typeof revoke }>> = {}) {
  const writeClaimed = createClaimedWrites(house);
  const orders = leases.map((lease) =>
    writeClaimed({ lease, target: targetOf(lease), write: revoke, ...own[lease] }),
  );
  return Promise.allSettled(orders);
}

const states = () => Promise.all(leases.map((lease) => bench.state(lease)));

const entriesOf = async (action: string) => {
  const rows = await bench.database.kysely
    .selectFrom('entries')
    .select('lease')
    .where('action', '=', action)
    .orderBy('number')
    .execute();
  return rows.map(({ lease }) => lease as unknown as string);
};

describe('writes of claimed leases that come at once', () => {
  it('are committed together, one entry each', async () => {
    const settled = await revokeAll();
    expect(settled.map(({ status }) => status)).toEqual(leases.map(() => 'fulfilled'));
    expect(await states()).toEqual(leases.map(() => 'revoking'));
    expect(await entriesOf('lease.revoking')).toEqual(leases);
    // The first goes at once, the others, who came meanwhile, together.
    expect(transactions).toBe(2);
  });

  it('write nothing for the one whose claim was lost', async () => {
    const [, , lost = ''] = leases;
    const target = { ...targetOf(lost), fence: targetOf(lost).fence - 1 };
    const settled = await revokeAll({ [lost]: { target } });
    expect(settled[2]).toMatchObject({ status: 'rejected', reason: expect.any(ClaimLost) });
    const after = ['revoking', 'revoking', 'active', 'revoking', 'revoking'];
    expect(await states()).toEqual(after);
    expect(await entriesOf('lease.revoking')).not.toContain(lost);
  });

  it('are each tried alone when one of them fails, and none is done twice', async () => {
    const [, , bad = ''] = leases;
    const write = async (tx: Tx, lease: LeaseRow): Promise<LeaseRow> => {
      await revoke(tx, lease);
      throw new Error('not this one');
    };
    const settled = await revokeAll({ [bad]: { write } });
    expect(settled.map(({ status }) => status)).toEqual(
      leases.map((lease) => (lease === bad ? 'rejected' : 'fulfilled')),
    );
    expect(await states()).toEqual(['revoking', 'revoking', 'active', 'revoking', 'revoking']);
    expect(await entriesOf('lease.revoking')).toEqual(leases.filter((lease) => lease !== bad));
  });

  it.skipIf(inject('database').kind !== 'postgres')(
    'do not wait for one that a verb holds, which is written when the verb is done',
    async () => {
      const [, , held = ''] = leases;
      const verb = Promise.withResolvers<void>();
      const holding = Promise.withResolvers<void>();
      const under = transactAsSystem(bench.core.house, async (tx) => {
        await lockLease(tx, held);
        holding.resolve();
        await verb.promise;
      });
      await holding.promise;
      const all = revokeAll();
      await expect
        .poll(states, { timeout: 30_000 })
        .toEqual(['revoking', 'revoking', 'active', 'revoking', 'revoking']);
      verb.resolve();
      await under;
      expect((await all)[2]?.status).toBe('fulfilled');
      expect(await bench.state(held)).toBe('revoking');
    },
  );
});
