import { contract } from '@sekisho/contract';
import {
  about,
  leaseSubject,
  lockLease,
  needActive,
  redraw,
  refuseUnlessTender,
  updateLease,
} from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import { readDuration } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { needEnvironment } from '../policy/index.ts';
import { opsLeaseView } from './view.ts';

export const hold = implement(contract['ops.hold'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, input, _prepared, context) => {
    const seconds = readDuration('for', input.for);
    const lease = needActive(await lockLease(tx, input.id, 'ops-server'));
    refuseUnlessTender(tx, lease, context);
    const maximumSeconds = needEnvironment(tx.config, lease.environment).opsServer
      .maximumHoldSeconds;
    if (seconds > maximumSeconds) throw new AppError('hold-too-long', { maximumSeconds });
    // A hold puts idleness off, not the deadline.
    const asked = addSeconds(tx.now, seconds);
    const holdUntil = asked < lease.deadline ? asked : lease.deadline;
    const held = await updateLease(tx, lease, { hold_until: holdUntil });
    tx.record({
      ...about(lease),
      action: 'ops.hold',
      data: { seconds, holdUntil },
      ...(input.reason ? { texts: { reason: input.reason } } : {}),
    });
    redraw(tx, held);
    return opsLeaseView(tx, held);
  },
});
