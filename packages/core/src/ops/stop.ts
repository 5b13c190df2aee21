import { contract } from '@sekisho/contract';
import { leaseSubject, lockLease, returnLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { opsLeaseView } from './view.ts';

export const stop = implement(contract['ops.stop'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, reason }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'ops-server');
    return opsLeaseView(tx, await returnLease(tx, lease, { verb: 'ops.stop', reason, context }));
  },
});
