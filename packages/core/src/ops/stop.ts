import { contract } from '@sekisho/contract';
import { beginRevoking, leaseSubject, lockLease, move } from '../leases/index.ts';
import { ownerOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { refuseUnlessTender } from './tender.ts';
import { opsLeaseView } from './view.ts';

export const stop = implement(contract['ops.stop'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, reason }, _prepared, context) => {
    const lease = await lockLease(tx, id);
    refuseUnlessTender(tx, lease, context);
    const texts = reason ? { texts: { reason } } : {};
    if (lease.state === 'requested' || lease.state === 'approved') {
      const entry = { action: 'ops.stop', ...texts };
      return opsLeaseView(
        tx,
        await move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry }),
      );
    }
    if (lease.state !== 'granting' && lease.state !== 'active') {
      throw new AppError('wrong-state', { id, state: lease.state });
    }
    const mine = lease.holder === ownerOf(tx.principal.id);
    const ending = mine ? 'returned' : 'stopped-by-sre';
    return opsLeaseView(
      tx,
      await beginRevoking(tx, lease, ending, { action: 'ops.stop', ...texts }),
    );
  },
});
