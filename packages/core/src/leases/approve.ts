import { contract } from '@sekisho/contract';
import { isTrustedBy, needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { refuseWhenHalted } from '../platform/halt.ts';
import { implement } from '../platform/verb.ts';
import { addApproval, approvalsOf } from './approvals/store.ts';
import { about, move, redraw } from './move.ts';
import { tell } from './notify.ts';
import { refusePart } from './parts/refuse-part.ts';
import type { LeaseRow } from './row.ts';
import { refuseUnlessShown } from './show-again.ts';
import { leaseSubject, lockLease, updateLease } from './store.ts';
import { oneLeaseView } from './view.ts';

export const approve = implement(contract['lease.approve'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id }) => {
    const lease = await lockLease(tx, id);
    await judgeApprover(tx, lease);
    refuseUnlessShown(tx, lease.step_up, `/leases/${id}`);
    await refuseWhenHalted(tx);
    if (lease.state !== 'requested') {
      throw new AppError('wrong-state', { id, state: lease.state });
    }
    if (!(await addApproval(tx, lease, tx.principal.id))) {
      throw new AppError('already-approved', {});
    }
    return oneLeaseView(tx, await count(tx, lease));
  },
});

/** Errors: `part-of-lease`, `self-approval`, `not-an-approver`. Also used for denying. */
export async function judgeApprover(tx: Tx, lease: LeaseRow): Promise<void> {
  refusePart(lease);
  const me = needPersonOf(tx.config, tx.principal.id);
  if (me.id === lease.requester) throw new AppError('self-approval', {});
  if (!isTrustedBy(tx.config, me, lease.approval_from, tx.now)) {
    const { people } = (await oneLeaseView(tx, lease)).approval;
    throw new AppError('not-an-approver', { from: lease.approval_from, people });
  }
}

async function count(tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const given = (await approvalsOf(tx, [lease])).get(lease.id)?.length ?? 0;
  const data = { have: given, needed: lease.approval_count, frozen: lease.frozen_hash };
  if (given < lease.approval_count) {
    const noted = await updateLease(tx, lease, {});
    tx.record({ ...about(lease), action: 'lease.approve', data });
    redraw(tx, noted);
    return noted;
  }
  const approved = await move(tx, lease, {
    to: 'approved',
    patch: { approved_at: tx.now, step: 'waiting-start' },
    entry: { action: 'lease.approve', data },
  });
  tell(tx, 'approved', [lease.requester], approved, {
    approver: tx.principal.id,
    startsAt: approved.starts_at?.toISOString() ?? null,
  });
  return approved;
}
