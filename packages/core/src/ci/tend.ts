import { contract } from '@sekisho/contract';
import { extendLease, leaseSubject, lockLease, needLease, returnLease } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { implement } from '../platform/verb.ts';
import { planOf } from './store.ts';
import { ciLeaseView } from './view.ts';

/** Moves the deadline of a job's lease; what is out is renewed by the job itself. */
export const extend = implement(contract['ci.extend'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, by }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'ci-role');
    return ciLeaseView(tx, await extendLease(tx, lease, { verb: 'ci.extend', by, context }));
  },
});

/** Ends a job's lease before its deadline: what is out is denied. */
export const stop = implement(contract['ci.stop'], {
  subject: ({ id }) => leaseSubject(id),
  decide: async (tx, { id, reason }, _prepared, context) => {
    const lease = await lockLease(tx, id, 'ci-role');
    return ciLeaseView(tx, await returnLease(tx, lease, { verb: 'ci.stop', reason, context }));
  },
});

/** What a job would apply, as whoever approves it sees it. */
export const plan = implement(contract['ci.plan'], {
  decide: async (tx, { id }) => {
    await needLease(tx, id, 'ci-role');
    const kept = await planOf(tx, id);
    if (kept === undefined) throw new AppError('ci-plan-not-kept', { id });
    return { id, digest: kept.digest, summary: kept.summary, diff: kept.diff };
  },
});
