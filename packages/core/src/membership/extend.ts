import { contract } from '@sekisho/contract';
import { extendLease, leaseSubject, lockLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { membershipView } from './view.ts';

export const extend = implement(contract['membership.extend'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, for: by }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'membership');
    const extended = await extendLease(tx, lease, { verb: 'membership.extend', by, context });
    return membershipView(tx, extended);
  },
});
