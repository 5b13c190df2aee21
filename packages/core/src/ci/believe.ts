import { createHash } from 'node:crypto';
import type { CiConfig, CiRepository } from '@sekisho/config';
import { type JobClaims, TokenRefused, verifyToken } from '@sekisho/github-oidc';
import { AppError } from '../platform/app-error.ts';
import type { House } from '../platform/context.ts';
import { type CiPorts, needCi } from './ports.ts';

/** A job whose token was believed, and what the configuration says of its repository. */
export interface Job {
  readonly ci: CiConfig;
  readonly repository: CiRepository;
  readonly claims: JobClaims;
}

/** Clocks of the issuer and of ours may differ by this, seconds. */
const leewaySeconds = 30;

/**
 * Reads a job's token. Which repositories there are besides the job's own is told to nobody.
 * Errors: `ci-not-set-up`, `ci-token-refused`, `ci-keys-unreachable`, `ci-unknown-repository`.
 */
export async function believeJob(house: House, ports: CiPorts, token: string): Promise<Job> {
  const { keys } = needCi(ports);
  const { ci } = house.config();
  if (ci === null) throw new AppError('ci-not-set-up', {});
  const { audience } = ci;
  const issuers = ci.issuers.map(({ url }) => url);
  try {
    const now = house.clock.now();
    const claims = await verifyToken(token, { keys, issuers, audience, now, leewaySeconds });
    return jobOf(ci, claims);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    if (error.code === 'keys-unreachable') throw new AppError('ci-keys-unreachable', {}, error);
    const facts = { problem: error.code, part: error.part ?? '', audience };
    throw new AppError('ci-token-refused', facts);
  }
}

/**
 * The job of claims that were believed: of a repository by its id, and by whose id that is, for each
 * GitHub numbers its own. Errors: `ci-unknown-repository`.
 */
export function jobOf(ci: CiConfig, claims: JobClaims): Job {
  const repository = ci.repositories.get(claims.repository_id);
  if (repository === undefined || repository.issuer !== claims.iss)
    throw new AppError('ci-unknown-repository', {});
  return { ci, repository, claims };
}

/** What is kept of a token, so that it is good once. */
export function tokenHash({ iss, jti }: JobClaims): string {
  return createHash('sha256')
    .update(JSON.stringify([iss, jti]))
    .digest('hex');
}
