import { contract } from '@sekisho/contract';
import {
  about,
  type LeaseRow,
  leaseSubject,
  lockLease,
  redraw,
  tell,
  updateLease,
  wakeTarget,
} from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import { judge, needEnvironment } from '../policy/index.ts';
import { templateOf } from './frozen.ts';
import { needActive, refuseUnlessTender } from './tender.ts';
import { opsLeaseView } from './view.ts';

export const handover = implement(contract['ops.handover'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, to }, _prepared, context) => {
    const lease = needActive(await lockLease(tx, id));
    refuseUnlessTender(tx, lease, context);
    const receiver = needPerson(tx.config, to).id;
    refuseReceiver(tx, lease, receiver);
    const handed = await updateLease(tx, lease, { holder: receiver });
    const data = { from: lease.holder, to: receiver };
    tx.record({ ...about(lease), action: 'ops.handover', data });
    const deadline = lease.deadline.toISOString();
    tell(tx, 'handover-received', [receiver], handed, { from: lease.holder, deadline });
    tell(tx, 'handover-given', [lease.holder], handed, { to: receiver });
    redraw(tx, handed);
    // The engine rewrites the tag that AWS judges by and ends the old holder's sessions.
    await wakeTarget(tx, lease.target_key, tx.now);
    return opsLeaseView(tx, handed);
  },
});

/** Only to someone whom policy would lend this to, on no more approvals than were given. */
function refuseReceiver(tx: Tx, lease: LeaseRow & { deadline: Date }, to: string): void {
  const person = needPerson(tx.config, to);
  const environment = needEnvironment(tx.config, lease.environment);
  const { reason, ticket, duration_seconds: seconds } = lease;
  const size = templateOf(lease).instanceType;
  const ask = { person, environment, kind: lease.kind, seconds, reason, ticket, size };
  const judged = judge(tx.config, ask, tx.now);
  const { approval, mayBreakGlass, maximumSeconds } = judged;
  const left = (lease.deadline.getTime() - tx.now.getTime()) / 1000;
  const allowed = judged.allowed && left <= maximumSeconds;
  // Otherwise whoever needs more people's yes would ask someone who needs less to start it for them.
  const agreed = lease.break_glass ? mayBreakGlass : lease.approval_count >= approval.count;
  if (!allowed || !agreed || person.role === 'read-only' || to === lease.holder) {
    throw new AppError('handover-not-allowed', { to, environment: environment.name });
  }
}
