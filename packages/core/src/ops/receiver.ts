import type { EnvironmentConfig } from '@sekisho/config';
import {
  agreementOn,
  type LeaseRow,
  openLeaseIds,
  refuseWhileReviewOwed,
  wasShown,
} from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import {
  budgetsNow,
  type Judgement,
  judge,
  needEnvironment,
  placeOfEnvironment,
  withinWorkingHours,
} from '../policy/index.ts';
import { templateOf } from './frozen.ts';
import { startSubject } from './quota.ts';

/** A lease that is up, and who is to have it next. */
interface Handing {
  readonly lease: LeaseRow & { readonly deadline: Date };
  readonly to: string;
  readonly environment: EnvironmentConfig;
  readonly judged: Judgement;
}

/**
 * Only someone who could ask for this very lease now may receive it (docs/decisions/0006).
 * Errors: the reason why they may not, each with what to do.
 */
export async function refuseReceiver(
  tx: Tx,
  lease: LeaseRow & { deadline: Date },
  to: string,
): Promise<void> {
  const person = needPerson(tx.config, to);
  const environment = needEnvironment(tx.config, lease.environment);
  const { reason, ticket, duration_seconds: seconds } = lease;
  const size = templateOf(lease).instanceType;
  const place = placeOfEnvironment(environment);
  const ask = { person, place, kind: lease.kind, seconds, reason, ticket, size, permissionSet: '' };
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const handing = { lease, to, environment, judged: judge(tx.config, ask, moment) };
  const left = (lease.deadline.getTime() - tx.now.getTime()) / 1000;
  const allowed = handing.judged.allowed && left <= handing.judged.maximumSeconds;
  if (!allowed || person.role === 'read-only' || to === lease.holder) throw notAllowed(handing);
  if (lease.break_glass) return refuseUnlessMayBreakGlass(tx, handing);
  await refuseWithoutApprovals(tx, handing);
  refuseOutsideHours(tx, handing);
  await refuseOverQuota(tx, handing);
}

/**
 * The glass was broken without approval, hours and quota; whoever takes over must be trusted with as
 * much, and what their own rule wants shown must have been shown when it broke.
 */
async function refuseUnlessMayBreakGlass(tx: Tx, handing: Handing): Promise<void> {
  const { lease, judged } = handing;
  const shown = wasShown(lease, judged.breakGlassStepUp ?? undefined);
  if (!judged.mayBreakGlass || !shown) throw notAllowed(handing);
  await refuseWhileReviewOwed(tx, handing.to);
}

/**
 * As many people must have agreed as the receiver would need, of those whom their rule asks. What
 * the receiver said themselves does not count: nobody approves their own power.
 */
async function refuseWithoutApprovals(tx: Tx, handing: Handing): Promise<void> {
  const { lease, to, judged } = handing;
  const { count, from, stepUp } = judged.approval;
  if (count === 0) return;
  if (!wasShown(lease, stepUp)) throw notAllowed(handing);
  const { given, standing } = await agreementOn(tx, lease, to, from);
  if (standing.length >= count) return;
  if (given.includes(to)) throw new AppError('handover-to-approver', { to });
  throw notAllowed(handing);
}

function refuseOutsideHours(tx: Tx, { to, environment }: Handing): void {
  const hours = environment.opsServer.workingHours;
  if (hours === null || withinWorkingHours(hours, tx.now)) return;
  const facts = { to, environment: environment.name, hours: hours.text };
  throw new AppError('handover-outside-hours', facts);
}

/** A lease that the receiver asked for counts against their quota already. */
async function refuseOverQuota(tx: Tx, { lease, to, environment }: Handing): Promise<void> {
  if (lease.requester === to) return;
  const { name } = environment;
  const { quota } = environment.opsServer;
  await lockSubject(tx, startSubject(to, name));
  const open = await openLeaseIds(tx, {
    kind: 'ops-server',
    environment: name,
    of: to,
    limit: quota,
  });
  if (open.length < quota) return;
  throw new AppError('handover-over-quota', { to, environment: name, quota });
}

function notAllowed({ to, environment }: Handing): AppError {
  return new AppError('handover-not-allowed', { to, environment: environment.name });
}
