import { contract } from '@sekisho/contract';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { judgeApprover } from './approve.ts';
import { move } from './move.ts';
import { tell } from './notify.ts';
import { leaseSubject, lockLease } from './store.ts';
import { oneLeaseView } from './view.ts';

export const deny = implement(contract['lease.deny'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, reason }) => {
    const lease = await lockLease(tx, id);
    await judgeApprover(tx, lease);
    if (lease.state !== 'requested') {
      throw new AppError('wrong-state', { id, state: lease.state });
    }
    const denied = await move(tx, lease, {
      to: 'denied',
      patch: { step: 'done' },
      entry: { action: 'lease.deny', texts: { reason } },
    });
    tell(tx, 'denied', [lease.requester], denied, { approver: tx.principal.id, reason });
    return oneLeaseView(tx, denied);
  },
});
