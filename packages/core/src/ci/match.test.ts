import type { CiPurpose } from '@sekisho/config';
import type { JobClaims } from '@sekisho/github-oidc';
import { expect, it } from 'vitest';
import { createJobIssuer } from '../../../../test/support/job-issuer.ts';
import { practiceConfig } from '../../../../test/support/world.ts';
import { audience, withCi } from '../../test/ci.ts';
import { AppError } from '../platform/app-error.ts';
import { refuseOtherClaims } from './match.ts';

const repository = practiceConfig(withCi).ci?.repositories.get('123456');
const apply = repository?.purposes['apply'];
if (repository === undefined || apply === undefined) throw new Error('no purpose to match with');
const issuer = await createJobIssuer(() => new Date(0), audience);

/** The claim that is found to be another; null when all are as wanted. */
function otherClaim(claims: Partial<JobClaims>, wanted: Partial<CiPurpose> = {}): unknown {
  if (repository === undefined || apply === undefined) return undefined;
  const told = issuer.claims(claims) as unknown as JobClaims;
  try {
    refuseOtherClaims(repository, { ...apply, ...wanted }, told);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.facts['claim'] : error;
  }
}

it('a job of the pinned workflow, on the ref and by the event that are wanted, may have the role', () => {
  expect(otherClaim({})).toBeNull();
  expect(otherClaim({ environment: 'production' }, { environment: 'production' })).toBeNull();
  expect(otherClaim({ runner_environment: 'self-hosted' }, { selfHosted: true })).toBeNull();
});

it.each<[keyof JobClaims, Partial<JobClaims>, Partial<CiPurpose>]>([
  [
    'job_workflow_ref',
    { job_workflow_ref: 'acme/infra/.github/workflows/other.yml@refs/heads/main' },
    {},
  ],
  ['ref', { ref: 'refs/heads/main2' }, {}],
  ['event_name', { event_name: 'pull_request' }, {}],
  ['environment', { environment: 'staging' }, { environment: 'production' }],
  ['environment', {}, { environment: 'production' }],
  ['runner_environment', { runner_environment: 'self-hosted' }, {}],
])('a job whose %s is another may not', (claim, claims, wanted) => {
  expect(otherClaim(claims, wanted)).toBe(claim);
});
