import { type LeaseRow, refuseTooFewApprovals, wasShown } from '../leases/index.ts';
import { needPersonOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { budgetsNow, needEnvironment } from '../policy/index.ts';
import { judgeWish, refuseOldImage, refuseWish, type Wish } from './consider.ts';
import { templateOf } from './frozen.ts';

/**
 * Judges again what was approved, by the policy, roster and time of now: answers the longest
 * that it may be, seconds. Errors: the refusal.
 */
export async function judgeAtGrant(tx: Tx, lease: LeaseRow): Promise<number> {
  const template = templateOf(lease);
  const wish: Wish = {
    person: needPersonOf(tx.config, lease.requester),
    environment: needEnvironment(tx.config, lease.environment),
    instanceType: template.instanceType,
    seconds: lease.duration_seconds,
    breakGlass: lease.break_glass,
  };
  if (wish.person.role === 'read-only') throw new AppError('read-only', { who: wish.person.id });
  const { reason, ticket, environment } = lease;
  const asked = { environment, reason, ...(ticket === null ? {} : { ticket }) };
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const judged = judgeWish(tx.config, wish, asked, moment);
  refuseWish(wish, judged, tx.now);
  refuseOldImage(wish, template, tx.now);
  if (!lease.break_glass) await refuseTooFewApprovals(tx, lease, judged.approval);
  else if (!wasShown(lease, judged.breakGlassStepUp ?? undefined))
    throw new AppError('policy-refused', { environment: lease.environment });
  return judged.maximumSeconds;
}
