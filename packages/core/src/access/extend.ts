import { contract } from '@sekisho/contract';
import { extendLease, leaseSubject, lockLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { accessLeaseView } from './view.ts';

export const extend = implement(contract['access.extend'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, by }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'permission-set');
    return accessLeaseView(
      tx,
      await extendLease(tx, lease, { verb: 'access.extend', by, context }),
    );
  },
});
