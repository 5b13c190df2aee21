import { isFinal, type Language, type Lease, type OutputOf } from '@sekisho/contract';
import { ciMessage } from '@sekisho/words';
import { isDraining, type LeaseRow, leaseViews } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import type { RoleCredentials } from './cloud.ts';
import { roleOfLease, sessionName } from './frozen.ts';

/** What a job is told of its lease. */
export async function answerOf(
  tx: Tx,
  lease: LeaseRow,
  credentials: RoleCredentials | null,
  language: Language,
): Promise<OutputOf<'ci.exchange'>> {
  const { role, approach, purpose } = roleOfLease(lease);
  const { id, state, deadline, missing } = lease;
  const url = tx.config.url === null ? null : `${tx.config.url}/leases/${id}`;
  const secondsLeft = deadline === null ? null : Math.max(0, (+deadline - +tx.now) / 1000);
  const waits = state === 'requested' || state === 'approved' || state === 'granting';
  const drains = isDraining(lease, tx.now) ? lease.drains_until : null;
  const drainSecondsLeft = drains === null ? null : (+drains - +tx.now) / 1000;
  const asked = { ...(await approvalOf(tx, lease, language)), approach, drainSecondsLeft };
  return {
    ...{ lease: id, state, url },
    message: ciMessage({ id, state, url, purpose, missing, secondsLeft, ...asked }, language),
    credentials,
    role:
      state === 'active'
        ? { arn: role, sessionName: sessionName(lease), region: lease.frozen.region }
        : null,
    deadline: isFinal(state) ? null : (deadline?.toISOString() ?? null),
    retryAfterSeconds: waits ? 2 : 0,
  };
}

/** Who may agree to what waits for it, by name, and where its card is. */
async function approvalOf(tx: Tx, lease: LeaseRow, language: Language) {
  const channel = tx.config.slack?.channel ?? null;
  if (lease.state !== 'requested') return { channel, approvers: [], approvalsLeft: 0 };
  const [view] = await leaseViews(tx, [lease]);
  const { approval, approvals } = view as Lease;
  const given = approvals.map(({ approver }) => approver);
  const people = tx.config.people.filter(
    (one) => approval.people.includes(one.id) && !given.includes(one.id),
  );
  return {
    channel,
    approvers: people.map(({ name }) => name[language]),
    approvalsLeft: Math.max(1, approval.count - given.length),
  };
}
