import { contract } from '@sekisho/contract';
import {
  about,
  lastDeadline,
  leaseSubject,
  lockLease,
  redraw,
  updateLease,
  wakeTarget,
} from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import { readDuration } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { needActive, refuseUnlessTender } from './tender.ts';
import { opsLeaseView } from './view.ts';

export const extend = implement(contract['ops.extend'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, by }, _prepared, context) => {
    const seconds = readDuration('by', by);
    const lease = needActive(await lockLease(tx, id));
    refuseUnlessTender(tx, lease, context);
    const deadline = addSeconds(lease.deadline, seconds);
    const last = lastDeadline(lease) ?? lease.deadline;
    if (deadline > last) {
      const longestSeconds = Math.max(
        0,
        Math.floor((last.getTime() - lease.deadline.getTime()) / 1000),
      );
      throw new AppError('past-hard-maximum', { hardMaximum: last.toISOString(), longestSeconds });
    }
    const extended = await updateLease(tx, lease, { deadline });
    tx.record({ ...about(lease), action: 'ops.extend', data: { bySeconds: seconds, deadline } });
    redraw(tx, extended);
    await wakeTarget(tx, lease.target_key, tx.now);
    return opsLeaseView(tx, extended);
  },
});
