import { z } from 'zod';
import { readSubject } from '../subject.ts';
import { TokenRefused } from './refused.ts';

/*
 * The claims of a job's token, narrowed. Source:
 * https://docs.github.com/actions/reference/openid-connect-reference
 * Claims that GitHub adds later are let through unread.
 */

const printable = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;
const text = (longest: number) => z.string().min(1).max(longest).regex(printable);
const id = z.string().regex(/^[1-9]\d{0,18}$/);
const seconds = z.number().int().min(0).max(8_640_000_000);

const claimsSchema = z.object({
  iss: text(400),
  aud: text(400),
  sub: text(1000),
  jti: text(200),
  exp: seconds,
  nbf: seconds,
  iat: seconds,
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  repository_id: id,
  repository_owner: text(100),
  repository_owner_id: id,
  repository_visibility: z.enum(['public', 'private', 'internal']).optional(),
  actor: text(100),
  actor_id: id,
  ref: text(400),
  sha: z.string().regex(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/),
  run_id: id,
  run_attempt: id,
  event_name: text(60),
  environment: text(255).optional(),
  workflow_ref: text(700),
  job_workflow_ref: text(700),
  job_workflow_sha: z
    .string()
    .regex(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/)
    .optional(),
  runner_environment: z.enum(['github-hosted', 'self-hosted']),
  head_ref: z.string().max(400).regex(printable).optional(),
  base_ref: z.string().max(400).regex(printable).optional(),
});

/** What a job's token says. */
export type JobClaims = Readonly<z.output<typeof claimsSchema>>;

/** Narrows claims. Errors: `TokenRefused` `claims`, naming the first that is wrong; `audience` for a list of them. */
export function readClaims(raw: Readonly<Record<string, unknown>>): JobClaims {
  if (Array.isArray(raw['aud'])) throw new TokenRefused('audience', 'aud');
  const read = claimsSchema.safeParse(raw);
  if (!read.success) {
    throw new TokenRefused('claims', String(read.error.issues[0]?.path[0] ?? ''));
  }
  refuseOtherSubject(read.data);
  return read.data;
}

/**
 * Both forms of `sub` and the claims beside it must speak of one repository. An organisation may have
 * made a form of its own: nothing is read of that one, and what is judged are the claims beside it.
 */
function refuseOtherSubject(claims: JobClaims): void {
  if (!claims.sub.startsWith('repo:')) return;
  const repository = readSubject(claims.sub)?.repository;
  if (repository === undefined) throw new TokenRefused('claims', 'sub');
  const same =
    `${repository.owner}/${repository.name}` === claims.repository &&
    (repository.id ?? claims.repository_id) === claims.repository_id &&
    (repository.ownerId ?? claims.repository_owner_id) === claims.repository_owner_id;
  if (!same) throw new TokenRefused('claims', 'sub');
}
