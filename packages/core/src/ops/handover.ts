import { contract } from '@sekisho/contract';
import {
  about,
  leaseSubject,
  lockLease,
  needActive,
  redraw,
  refuseUnlessTender,
  tell,
  updateLease,
  wakeTarget,
} from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { refuseWhenHalted } from '../platform/halt.ts';
import { implement } from '../platform/verb.ts';
import { refuseReceiver } from './receiver.ts';
import { opsLeaseView } from './view.ts';

export const handover = implement(contract['ops.handover'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, to }, _prepared, context) => {
    const lease = needActive(await lockLease(tx, id, 'ops-server'));
    refuseUnlessTender(tx, lease, context);
    const receiver = needPerson(tx.config, to).id;
    await refuseWhenHalted(tx);
    await refuseReceiver(tx, lease, receiver);
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
