import { contract } from '@sekisho/contract';
import { leaseSubject, lockLease, returnLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { accessLeaseView } from './view.ts';

export const giveBack = implement(contract['access.return'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, reason }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'permission-set');
    const returned = await returnLease(tx, lease, { verb: 'access.return', reason, context });
    return accessLeaseView(tx, returned);
  },
});
