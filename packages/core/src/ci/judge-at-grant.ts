import { canonicalJson } from '@sekisho/config';
import { type LeaseRow, refuseTooFewApprovals } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { budgetsNow } from '../policy/index.ts';
import { judgeWish, starterOf } from './consider.ts';
import { roleOfLease } from './frozen.ts';

/**
 * Judges again what was approved, by the configuration, policy, roster and time of now: answers the longest
 * that it may be, seconds. Errors: the refusal.
 */
export async function judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<number> {
  const lent = roleOfLease(lease);
  const repository = tx.config.ci?.repositories.get(lent.repositoryId);
  const purpose = repository?.purposes[lent.purpose];
  const refused = new AppError('policy-refused', { environment: lease.environment });
  if (repository === undefined || purpose === undefined) throw refused;
  const same =
    repository.issuer === lent.issuer &&
    purpose.role === lent.role &&
    purpose.approach === lent.approach &&
    purpose.account.id === lease.frozen.account &&
    purpose.workflow === lent.workflow &&
    purpose.fitsRef(lent.ref) &&
    purpose.events.includes(lent.event) &&
    (purpose.environment === null || purpose.environment === lent.environment) &&
    (!purpose.needsPlan || lent.plan !== null) &&
    canonicalJson(purpose.policy) === canonicalJson(lent.policy);
  if (!same) throw refused;
  const starter = starterOf(tx.config, repository.name, lent.actor);
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const judged = judgeWish(tx.config, { repository, purpose, starter, lent }, moment);
  if (lease.duration_seconds > judged.maximumSeconds) throw refused;
  await refuseTooFewApprovals(tx, lease, judged.approval);
  return judged.maximumSeconds;
}
