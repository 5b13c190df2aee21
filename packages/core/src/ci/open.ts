import type { CiPurpose } from '@sekisho/config';
import { type LeaseRow, lockLease, move, needLease, openLease } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { refuseOpeningWhenHalted } from '../platform/halt.ts';
import { lockSubject } from '../platform/lock-subject.ts';
import { budgetsNow, type Judgement } from '../policy/index.ts';
import type { Job } from './believe.ts';
import { judgeWish, starterOf, type Wish } from './consider.ts';
import { bindingOf, differenceOf, freezeJob, roleOfLease } from './frozen.ts';
import type { SeenPlan, SentPlan } from './plan.ts';
import { insertPlan, insertRun, leaseOfRun, runsOfRef } from './store.ts';

/** What a job asks for. */
export interface Asking {
  readonly job: Job;
  readonly purpose: CiPurpose;
  readonly sent: SentPlan | null;
  /** The plan, where its contents were sent. */
  readonly plan: SeenPlan | null;
}

/**
 * The lease that a job asks for: the one that it asked for before, or a new one, which voids what
 * earlier runs of the same ref still wait for.
 * Errors: `ci-lease-differs`, `ci-superseded`, `ci-plan-missing`, the refusal of policy.
 */
export async function openOrFind(tx: Tx, asking: Asking): Promise<LeaseRow> {
  const { job, purpose, sent } = asking;
  const { claims } = job;
  await lockSubject(tx, `ci:${claims.repository_id}:${purpose.name}:${claims.ref}`);
  const binding = bindingOf(claims, purpose.name, sent?.sha256 ?? null);
  const known = await leaseOfRun(tx, binding);
  if (known === undefined) return open(tx, asking, binding);
  const lease = await needLease(tx, known, 'ci-role');
  refuseOther(lease, asking);
  return lease;
}

/** Errors: `ci-lease-differs` when a token, or a plan, is not what the lease froze. */
export function refuseOther(lease: LeaseRow, { job, sent, plan }: Asking): void {
  const lent = roleOfLease(lease);
  const otherPlan =
    (sent?.sha256 ?? null) !== (lent.plan?.sha256 ?? null) ||
    (plan !== null && plan.facts.digest !== lent.plan?.digest);
  const part = otherPlan ? 'plan' : differenceOf(lent, job.claims);
  if (part !== null) throw new AppError('ci-lease-differs', { id: lease.id, part });
}

async function open(tx: Tx, asking: Asking, binding: string): Promise<LeaseRow> {
  const { job, purpose, plan } = asking;
  const { repository, claims } = job;
  if (purpose.needsPlan && plan === null) throw new AppError('ci-plan-missing', {});
  const frozen = freezeJob(tx.config.installation, repository, purpose, claims, plan);
  const lent = roleOfLease({ frozen });
  const starter = starterOf(tx.config, repository.name, claims.actor);
  const wish: Wish = { repository, purpose, starter, lent };
  const judged = judgeWish(tx.config, wish, { now: tx.now, budgets: await budgetsNow(tx) });
  await refuseOpeningWhenHalted(tx);
  const id = tx.ids.id('ci');
  await voidEarlier(tx, asking, id);
  const lease = await openLease(tx, {
    ...{ id, kind: 'ci-role', environment: purpose.account.environment ?? purpose.account.name },
    ...{ production: purpose.account.production, requester: starter.person.id, ticket: null },
    reason: `${claims.repository} ${claims.ref} #${claims.run_id}.${claims.run_attempt}`,
    seconds: Math.min(purpose.durationSeconds, judged.maximumSeconds),
    maximumSeconds: judged.maximumSeconds,
    ...{ startsAt: tx.now, breakGlass: false, approval: judged.approval, frozen },
    target: { key: `ci-role/${purpose.role}`, serialKey: `ci-role/${purpose.role}` },
    entry: { action: 'ci.exchange', data: entryData(wish, judged) },
  });
  await insertRun(tx, {
    ...{ lease: id, binding, repository_id: claims.repository_id, purpose: purpose.name },
    ...{ ref: claims.ref, run_id: claims.run_id, attempt: Number(claims.run_attempt) },
  });
  if (plan !== null) await insertPlan(tx, id, plan.facts.digest, plan);
  return lease;
}

function entryData({ repository, purpose, lent }: Wish, { rule }: Judgement) {
  const { role, sha, ref, event, runId, attempt, workflow, actor, plan } = lent;
  return {
    ...{ repository: repository.name, purpose: purpose.name, rule, role },
    ...{ sha, ref, event, runId, attempt, workflow, actor },
    plan: plan && { sha256: plan.sha256, digest: plan.digest, counts: plan.counts },
  };
}

/**
 * Of one ref and purpose only the newest run is waited for: what was looked at before it is not what
 * would be applied after it. Errors: `ci-superseded` when this one is not the newest.
 */
async function voidEarlier(tx: Tx, { job, purpose }: Asking, by: string): Promise<void> {
  const { repository_id, ref, run_id, run_attempt } = job.claims;
  const runs = await runsOfRef(tx, { repository_id, purpose: purpose.name, ref });
  const mine = [BigInt(run_id), BigInt(run_attempt)] as const;
  for (const run of runs) {
    const its = [BigInt(run.run_id), BigInt(run.attempt)] as const;
    const newer = its[0] > mine[0] || (its[0] === mine[0] && its[1] > mine[1]);
    if (newer) throw new AppError('ci-superseded', { id: run.lease });
    const lease = await lockLease(tx, run.lease, 'ci-role');
    if (lease.state !== 'requested' && lease.state !== 'approved') continue;
    const entry = { action: 'ci.superseded', data: { by } };
    await move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry });
  }
}
