import { contract } from '@sekisho/contract';
import { ownerOf, roleOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { move } from './move.ts';
import { refusePart } from './parts/refuse-part.ts';
import { leaseSubject, lockLease } from './store.ts';
import { oneLeaseView } from './view.ts';

export const withdraw = implement(contract['lease.withdraw'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id }, _prepared, context) => {
    const lease = await lockLease(tx, id);
    refusePart(lease);
    const role = roleOf(tx.config, context);
    if (lease.requester !== ownerOf(tx.principal.id) && role !== 'sre' && role !== 'admin') {
      throw new AppError('not-yours', { holder: lease.requester });
    }
    if (lease.state !== 'requested' && lease.state !== 'approved') {
      throw new AppError('wrong-state', { id, state: lease.state });
    }
    const entry = { action: 'lease.withdraw' };
    const withdrawn = await move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry });
    return oneLeaseView(tx, withdrawn);
  },
});
