import { createPrivateKey, sign } from 'node:crypto';
import type { Repository, Run, SigningKey } from './state.ts';
import { newHex, Refusal, repositoryOf, type World } from './world.ts';

/** Seconds that a job's token is good for. Source: tokens of the real issuer, `exp` - `iat`. */
const lifeSeconds = 300;
const longestAudience = 500;

/**
 * A token for the job that asks, as GitHub's issuer gives it. RS256 is deterministic, so a step stays pure.
 * Errors: `Refusal` for a bearer that is no running job's, and while a fault is set.
 * Source of the claims: https://docs.github.com/actions/reference/openid-connect-reference
 */
export function issueToken(world: World, bearer: string, audience: string | null): string {
  const { jobTokens, runs, faults, keys } = world.state;
  const holder = jobTokens[bearer];
  if (holder === undefined || holder.until <= world.now) throw new Refusal(401, 'Unauthorized');
  if (faults.tokensRefused > 0) {
    const left = { ...faults, tokensRefused: faults.tokensRefused - 1 };
    world.state = { ...world.state, faults: left };
    throw new Refusal(500, 'Internal Server Error');
  }
  if (audience !== null && audience.length > longestAudience) throw new Refusal(400, 'Bad Request');
  const run = runs.find(({ id }) => id === holder.run);
  const [key] = keys;
  if (run === undefined || key === undefined) throw new Refusal(404, 'Not Found');
  const repository = repositoryOf(world, run.repository);
  const at = Math.floor(world.now / 1000) + faults.clockSkewSeconds;
  return signed(key, {
    ...claimsOf(world, run, repository),
    ...{ iss: world.issuer, aud: audience ?? `https://github.com/${repository.owner}` },
    ...{ jti: uuid(world), iat: at, nbf: at - 300, exp: at + lifeSeconds },
  });
}

function claimsOf(world: World, run: Run, repository: Repository) {
  const full = `${repository.owner}/${repository.name}`;
  const branch = repository.defaultBranch;
  return {
    sub: `repo:${subjectName(repository)}:${contextOf(run)}`,
    ...{ ref: run.ref, sha: run.sha, ref_type: 'branch', ref_protected: 'true' },
    ...{ repository: full, repository_id: String(repository.id) },
    ...{ repository_owner: repository.owner, repository_owner_id: String(repository.ownerId) },
    repository_visibility: repository.visibility,
    ...{ run_id: String(run.id), run_number: String(run.id), run_attempt: String(run.attempt) },
    ...{ actor: run.actor, actor_id: String(world.state.users[run.actor] ?? 1) },
    ...{ event_name: run.event, head_ref: run.headRef, base_ref: run.baseRef },
    workflow: run.workflow,
    workflow_ref: `${full}/.github/workflows/${run.workflow}.yml@${run.ref}`,
    workflow_sha: run.sha,
    job_workflow_ref: `${full}/${run.jobWorkflow}@refs/heads/${branch}`,
    job_workflow_sha: repository.head,
    runner_environment: 'github-hosted',
    ...(run.environment === null ? {} : { environment: run.environment }),
  };
}

/** Both forms of `sub`; a colon inside a name is escaped, so that nothing can be smuggled in. */
function subjectName({ owner, ownerId, name, id, immutableSubject }: Repository): string {
  return immutableSubject ? `${owner}@${ownerId}/${name}@${id}` : `${owner}/${name}`;
}

function contextOf(run: Run): string {
  if (run.environment !== null) return `environment:${run.environment.replaceAll(':', '%3A')}`;
  return run.event === 'pull_request' ? 'pull_request' : `ref:${run.ref}`;
}

function signed({ kid, privatePem }: SigningKey, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ typ: 'JWT', alg: 'RS256', kid, x5t: kid })}.${part(claims)}`;
  const seal = sign('RSA-SHA256', Buffer.from(body), createPrivateKey(privatePem));
  return `${body}.${seal.toString('base64url')}`;
}

function uuid({ rng }: World): string {
  const hex = newHex(rng, 32);
  return [8, 12, 16, 20, 32].map((to, i, all) => hex.slice(i === 0 ? 0 : all[i - 1], to)).join('-');
}
