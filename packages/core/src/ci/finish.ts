import { contract } from '@sekisho/contract';
import { beginRevoking, isDraining, lockLease, move } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { answerOf } from './answer.ts';
import type { Job } from './believe.ts';
import { jobAt, useUp } from './exchange.ts';
import { differenceOf, roleOfLease } from './frozen.ts';
import type { CiPorts } from './ports.ts';

/** A job is done, and gives back what it had; what is over already is no error. */
export const finish = implement(contract['ci.finish'], {
  prepare: async (scope: PrepareScope<CiPorts>, { token }): Promise<Job> => {
    const job = await jobAt(scope, token);
    await useUp(scope, job);
    return job;
  },
  decide: async (tx, { lease: id }, { claims }, { language }) => {
    const lease = await lockLease(tx, id, 'ci-role');
    const part = differenceOf(roleOfLease(lease), claims);
    if (part !== null) throw new AppError('ci-lease-differs', { id, part });
    const action = 'ci.finish';
    if (lease.state === 'requested' || lease.state === 'approved') {
      const entry = { action };
      const moved = await move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry });
      return answerOf(tx, moved, null, language);
    }
    const lent = lease.state === 'granting' || lease.state === 'active';
    if (lent || isDraining(lease, tx.now)) {
      return answerOf(tx, await beginRevoking(tx, lease, 'returned', { action }), null, language);
    }
    tx.record({ action, subject: id, lease: id, data: { state: lease.state } });
    return answerOf(tx, lease, null, language);
  },
});
