import { createHash } from 'node:crypto';
import type { CiPurpose, CiRepository, LentPolicy } from '@sekisho/config';
import { canonicalJson } from '@sekisho/config';
import type { JobClaims } from '@sekisho/github-oidc';
import { z } from 'zod';
import type { Frozen, LeaseRow } from '../leases/index.ts';
import { type CloudScope, cloudScope } from '../platform/cloud-scope.ts';
import type { SeenPlan } from './plan.ts';
import { planFacts } from './plan-facts.ts';
import type { Strong } from './policies/index.ts';

/** What a lease of a role froze: the job that it is for, and what that job gets. */
const lent = z.object({
  accountName: z.string(),
  role: z.string(),
  roleExternalId: z.string(),
  approach: z.enum(['broker', 'window']),
  repositoryName: z.string(),
  repository: z.string(),
  repositoryId: z.string(),
  purpose: z.string(),
  sha: z.string(),
  ref: z.string(),
  event: z.string(),
  runId: z.string(),
  attempt: z.string(),
  workflow: z.string(),
  environment: z.string().nullable(),
  actor: z.string(),
  actorId: z.string(),
  issuer: z.string(),
  sessionSeconds: z.number(),
  drainSeconds: z.number(),
  /** What the role may do while it is lent; null for all that it may. */
  policy: z.custom<LentPolicy>().nullable().default(null),
  plan: planFacts.nullable(),
});
export type LentRole = z.infer<typeof lent>;

/** What was approved. Errors: throws when the row is of another kind. */
export function roleOfLease({ frozen }: Pick<LeaseRow, 'frozen'>): LentRole {
  return lent.parse(frozen.kind);
}

/** Everything that is approved and that neither the job nor a grant may change. */
export function freezeJob(
  installation: string,
  repository: CiRepository,
  purpose: CiPurpose,
  claims: JobClaims,
  plan: SeenPlan | null,
): Frozen {
  const { account } = purpose;
  const kind: LentRole = {
    ...{ accountName: account.name, role: purpose.role, approach: purpose.approach },
    roleExternalId: purpose.externalId ?? `${installation}:${repository.id}`,
    ...{ repositoryName: repository.name, repository: claims.repository },
    ...{ repositoryId: claims.repository_id, purpose: purpose.name },
    ...{ sha: claims.sha, ref: claims.ref, event: claims.event_name },
    ...{ runId: claims.run_id, attempt: claims.run_attempt },
    ...{ workflow: claims.job_workflow_ref, environment: claims.environment ?? null },
    ...{ actor: claims.actor, actorId: claims.actor_id, issuer: claims.iss },
    ...{ sessionSeconds: purpose.sessionSeconds, drainSeconds: purpose.drainSeconds },
    ...{ policy: purpose.policy, plan: plan?.facts ?? null },
  };
  const { id, region, roleArn, externalId } = account;
  return {
    version: 1,
    ...{ account: id, region, roleArn, externalId, costPerHour: null },
    title: `${purpose.name} · ${repository.name}`,
    kind,
  };
}

/** What one lease is for: one attempt of one run, for one purpose, with one plan. */
export function bindingOf(claims: JobClaims, purpose: string, planSha256: string | null): string {
  const { iss, repository_id, run_id, run_attempt } = claims;
  const whole = [iss, repository_id, run_id, run_attempt, purpose, planSha256];
  return createHash('sha256').update(canonicalJson(whole)).digest('hex');
}

/** The first thing in which a token is not the frozen job's; null when it is. */
export function differenceOf(frozen: LentRole, claims: JobClaims): string | null {
  const pairs: Readonly<Record<string, readonly [string | null, string | null]>> = {
    iss: [frozen.issuer, claims.iss],
    repository_id: [frozen.repositoryId, claims.repository_id],
    sha: [frozen.sha, claims.sha],
    run_id: [frozen.runId, claims.run_id],
    run_attempt: [frozen.attempt, claims.run_attempt],
    ref: [frozen.ref, claims.ref],
    job_workflow_ref: [frozen.workflow, claims.job_workflow_ref],
    event_name: [frozen.event, claims.event_name],
    environment: [frozen.environment, claims.environment ?? null],
    actor_id: [frozen.actorId, claims.actor_id],
  };
  return Object.entries(pairs).find(([, [was, is]]) => was !== is)?.[0] ?? null;
}

/** The statements that a role is lent for. */
export function strongOf({ policy }: LentRole): Strong {
  return policy === null ? '*' : (policy.Statement as Strong);
}

/** Where the role is, as it was when it was approved. */
export function scopeOfRole(lease: LeaseRow): CloudScope {
  return cloudScope({ ...lease.frozen, environment: lease.environment });
}

/** Name of the job's session in AWS: windows are for it alone, and CloudTrail shows it. */
export function sessionName(lease: Pick<LeaseRow, 'id'>): string {
  return `sekisho-${lease.id}`;
}

/** Until when what a lease gave may work at most; null while it has no deadline. */
export function worksUntil(
  lease: Pick<LeaseRow, 'frozen' | 'deadline' | 'hard_maximum'>,
): Date | null {
  if (lease.deadline === null) return null;
  return new Date(lease.deadline.getTime() + roleOfLease(lease).drainSeconds * 1000);
}
