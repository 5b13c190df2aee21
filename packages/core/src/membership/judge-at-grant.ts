import { type LeaseRow, refuseTooFewApprovals } from '../leases/index.ts';
import { needPersonOf } from '../people/index.ts';
import type { Tx } from '../platform/context.ts';
import { budgetsNow } from '../policy/index.ts';
import { judgeWish, refuseWish } from './consider.ts';
import { needTeam } from './find-team.ts';

/**
 * Judges again what was approved, by the teams, policy, roster and time of now: answers the longest
 * that it may be, seconds. Errors: the refusal.
 */
export async function judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<number> {
  const team = needTeam(tx.config, lease.environment);
  const person = needPersonOf(tx.config, lease.requester);
  const wish = { person, team, seconds: lease.duration_seconds };
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const judged = judgeWish(tx.config, wish, lease, moment);
  refuseWish(wish, judged);
  await refuseTooFewApprovals(tx, lease, judged.approval);
  return judged.maximumSeconds;
}
