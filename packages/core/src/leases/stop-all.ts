import { contract } from '@sekisho/contract';
import { haltSubject, readHalt, writeHalt } from '../platform/halt.ts';
import { implement } from '../platform/verb.ts';
import { page } from './notify.ts';
import { idsToStop, stopEverything } from './stop-line/store.ts';

/**
 * Forbids new grants and tells everybody, in a transaction that stays small however many leases
 * there are; the engine, which reads the line in every pass, then takes them back.
 */
export const stopAll = implement(contract['lease.stop-all'], {
  subject: () => haltSubject,
  decide: async (tx, { reason }) => {
    const halt = (await readHalt(tx)) ?? { since: tx.now.toISOString(), by: tx.principal.id };
    await writeHalt(tx, halt);
    await stopEverything(tx);
    const leases = await idsToStop(tx);
    tx.record({ action: 'lease.stop-all', data: { leases: leases.length }, texts: { reason } });
    page(tx, 'stopped-everything', { by: tx.principal.id, reason }, `stop-all:${halt.since}`);
    return { stopped: true, since: halt.since, leases };
  },
});
