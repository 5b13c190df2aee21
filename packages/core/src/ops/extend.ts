import { contract } from '@sekisho/contract';
import { extendLease, leaseSubject, lockLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { opsLeaseView } from './view.ts';

export const extend = implement(contract['ops.extend'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, by }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'ops-server');
    return opsLeaseView(tx, await extendLease(tx, lease, { verb: 'ops.extend', by, context }));
  },
});
