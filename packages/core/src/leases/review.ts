import { contract, isFinal } from '@sekisho/contract';
import { roleOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { about, redraw } from './move.ts';
import { leaseSubject, lockLease, updateLease } from './store.ts';
import { oneLeaseView } from './view.ts';

export const review = implement(contract['lease.review'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, text }, _prepared, context) => {
    const lease = await lockLease(tx, id);
    const role = roleOf(tx.config, context);
    if (lease.requester !== tx.principal.id && role !== 'sre' && role !== 'admin') {
      throw new AppError('not-yours', { holder: lease.requester });
    }
    if (!lease.review_due) throw new AppError('no-review-owed', {});
    // What is written before the deed is no review of it.
    if (!isFinal(lease.state)) throw new AppError('wrong-state', { id, state: lease.state });
    const reviewed = await updateLease(tx, lease, { review_due: false });
    tx.record({ ...about(lease), action: 'lease.review', texts: { review: text } });
    redraw(tx, reviewed);
    return oneLeaseView(tx, reviewed);
  },
});
