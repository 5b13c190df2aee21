import { contract } from '@sekisho/contract';
import { haltSubject, readHalt, writeHalt } from '../platform/halt.ts';
import { implement } from '../platform/verb.ts';
import { page } from './notify.ts';
import { stopOnlyTheRest } from './stop-line/store.ts';

export const resume = implement(contract['lease.resume'], {
  subject: () => haltSubject,
  decide: async (tx, { reason }) => {
    const halt = await readHalt(tx);
    await writeHalt(tx, null);
    await stopOnlyTheRest(tx);
    tx.record({ action: 'lease.resume', texts: { reason } });
    if (halt) page(tx, 'resumed', { by: tx.principal.id }, `resume:${halt.since}`);
    return { stopped: false, since: null, leases: [] };
  },
});
