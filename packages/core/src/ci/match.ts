import type { CiPurpose, CiRepository } from '@sekisho/config';
import type { JobClaims } from '@sekisho/github-oidc';
import { AppError } from '../platform/app-error.ts';

/** The purpose that a job names. Errors: `ci-unknown-purpose`, naming those of its own repository. */
export function needPurpose({ purposes }: CiRepository, name: string): CiPurpose {
  const purpose = Object.hasOwn(purposes, name) ? purposes[name] : undefined;
  if (purpose === undefined) {
    throw new AppError('ci-unknown-purpose', { value: name, known: Object.keys(purposes) });
  }
  return purpose;
}

/**
 * Compares what a token says with what a purpose wants; each claim to the letter.
 * Errors: `ci-claim-differs` for the first that is otherwise.
 */
export function refuseOtherClaims(
  repository: CiRepository,
  purpose: CiPurpose,
  claims: JobClaims,
): void {
  const { workflow, refs, fitsRef, events, environment, selfHosted } = purpose;
  const checks: readonly (readonly [keyof JobClaims, boolean, readonly string[]])[] = [
    ['job_workflow_ref', claims.job_workflow_ref === workflow, [workflow]],
    ['ref', fitsRef(claims.ref), refs],
    ['event_name', events.includes(claims.event_name), events],
    [
      'environment',
      environment === null || claims.environment === environment,
      [environment ?? ''],
    ],
    [
      'runner_environment',
      selfHosted || claims.runner_environment === 'github-hosted',
      ['github-hosted'],
    ],
  ];
  for (const [claim, fits, wants] of checks) {
    if (fits) continue;
    const is = String(claims[claim] ?? '');
    const facts = { repository: repository.name, purpose: purpose.name, claim, is, wants };
    throw new AppError('ci-claim-differs', facts);
  }
}
