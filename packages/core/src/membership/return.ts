import { contract } from '@sekisho/contract';
import { leaseSubject, lockLease, returnLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { membershipView } from './view.ts';

export const giveBack = implement(contract['membership.return'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, reason }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'membership');
    const returned = await returnLease(tx, lease, { verb: 'membership.return', reason, context });
    return membershipView(tx, returned);
  },
});
