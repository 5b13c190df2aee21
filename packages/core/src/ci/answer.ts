import { isFinal, type Language, type OutputOf } from '@sekisho/contract';
import { ciMessage } from '@sekisho/words';
import type { LeaseRow } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import type { RoleCredentials } from './cloud.ts';
import { roleOfLease, sessionName } from './frozen.ts';

/** What a job is told of its lease. */
export function answerOf(
  tx: Tx,
  lease: LeaseRow,
  credentials: RoleCredentials | null,
  language: Language,
): OutputOf<'ci.exchange'> {
  const { role, approach, purpose } = roleOfLease(lease);
  const { id, state, deadline, missing } = lease;
  const url = tx.config.url === null ? null : `${tx.config.url}/leases/${id}`;
  const secondsLeft = deadline === null ? null : Math.max(0, (+deadline - +tx.now) / 1000);
  const waits = state === 'requested' || state === 'approved' || state === 'granting';
  return {
    ...{ lease: id, state, url },
    message: ciMessage({ id, state, url, purpose, missing, secondsLeft, approach }, language),
    credentials,
    role:
      state === 'active'
        ? { arn: role, sessionName: sessionName(lease), region: lease.frozen.region }
        : null,
    deadline: isFinal(state) ? null : (deadline?.toISOString() ?? null),
    retryAfterSeconds: waits ? 2 : 0,
  };
}
