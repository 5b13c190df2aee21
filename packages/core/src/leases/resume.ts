import { contract } from '@sekisho/contract';
import { haltSubject, writeHalt } from '../platform/halt.ts';
import { implement } from '../platform/verb.ts';

export const resume = implement(contract['lease.resume'], {
  subject: () => haltSubject,
  decide: async (tx, { reason }) => {
    await writeHalt(tx, null);
    tx.record({ action: 'lease.resume', texts: { reason } });
    return { stopped: false, since: null, leases: [] };
  },
});
