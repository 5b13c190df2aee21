import { contract } from '@sekisho/contract';
import type { Tx } from '../platform/context.ts';
import { haltSubject, readHalt, writeHalt } from '../platform/halt.ts';
import { implement } from '../platform/verb.ts';
import { beginRevoking, move } from './move.ts';
import { page } from './notify.ts';
import type { LeaseRow } from './row.ts';
import { lockLease, openLeases } from './store.ts';

export const stopAll = implement(contract['lease.stop-all'], {
  subject: () => haltSubject,
  decide: async (tx, { reason }) => {
    const halt = (await readHalt(tx)) ?? { since: tx.now.toISOString(), by: tx.principal.id };
    await writeHalt(tx, halt);
    const leases: string[] = [];
    // In the order in which the engine gives its claims back: another could deadlock with it.
    const open = (await openLeases(tx)).toSorted((a, b) => (a.target_key < b.target_key ? -1 : 1));
    for (const each of open) {
      const lease = await lockLease(tx, each.id);
      if (await stopOne(tx, lease)) leases.push(lease.id);
    }
    tx.record({ action: 'lease.stop-all', data: { leases }, texts: { reason } });
    page(tx, 'stopped-everything', { by: tx.principal.id, reason }, `stop-all:${halt.since}`);
    return { stopped: true, since: halt.since, leases };
  },
});

async function stopOne(tx: Tx, lease: LeaseRow): Promise<boolean> {
  if (lease.state === 'requested' || lease.state === 'approved') {
    const entry = { action: 'lease.withdraw', data: { by: 'lease.stop-all' } };
    await move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry });
    return true;
  }
  if (lease.state !== 'granting' && lease.state !== 'active') return false;
  await beginRevoking(tx, lease, 'stop-all');
  return true;
}
