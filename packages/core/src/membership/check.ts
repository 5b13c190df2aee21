import { contract, isFinal } from '@sekisho/contract';
import {
  about,
  leaseSubject,
  lockLease,
  redraw,
  refuseUnlessTender,
  updateLease,
} from '../leases/index.ts';
import { ownerOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { membershipOfLease } from './frozen.ts';
import { addCheck, removeCheck } from './store.ts';
import { membershipView } from './view.ts';

/** Says that one of the first things is done, or is not. */
export const check = implement(contract['membership.check'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, item, done = true }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'membership');
    refuseUnlessTender(tx, lease, context);
    if (isFinal(lease.state)) throw new AppError('wrong-state', { id, state: lease.state });
    const known = membershipOfLease(lease).checklist.map((one) => one.id);
    if (!known.includes(item)) throw new AppError('checklist-item-not-found', { item, known });
    if (done) {
      const done_by = ownerOf(tx.principal.id);
      await addCheck(tx, { lease: id, item, done_by, done_at: tx.now });
    } else await removeCheck(tx, id, item);
    const noted = await updateLease(tx, lease, {});
    tx.record({ ...about(lease), action: 'membership.check', data: { item, done } });
    redraw(tx, noted);
    return membershipView(tx, noted);
  },
});
