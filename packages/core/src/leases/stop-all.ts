import { contract } from '@sekisho/contract';
import type { Tx } from '../platform/context.ts';
import { type Halt, haltSubject, readHalt, writeHalt } from '../platform/halt.ts';
import { cameWith, readRestored } from '../platform/restored.ts';
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
    const kept = await readHalt(tx);
    const isNew = kept === null || (await isOfBackup(tx, kept));
    const halt = isNew ? { since: tx.now.toISOString(), by: tx.principal.id } : kept;
    await writeHalt(tx, halt);
    await stopEverything(tx);
    const leases = await idsToStop(tx);
    tx.record({ action: 'lease.stop-all', data: { leases: leases.length }, texts: { reason } });
    page(tx, 'stopped-everything', { by: tx.principal.id, reason }, `stop-all:${halt.since}`);
    return { stopped: true, since: halt.since, leases };
  },
});

/** Whether the order came with a restored backup: nobody obeys it, so one that is said again is a new one. */
async function isOfBackup(tx: Tx, { since }: Halt): Promise<boolean> {
  const mark = await readRestored(tx);
  return mark !== null && cameWith(mark, since);
}
