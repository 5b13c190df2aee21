import { CompactSign, exportJWK, generateKeyPair } from 'jose';

/** An issuer of tokens like GitHub's, for tests: it signs what it is given, and counts who asks for its keys. */
export interface JobIssuer {
  readonly url: string;
  readonly jwks: string;
  readonly claims: (changes?: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  readonly sign: (
    claims: Readonly<Record<string, unknown>> | string,
    header?: Readonly<Record<string, unknown>>,
  ) => Promise<string>;
  readonly fetch: (url: string) => Promise<Response>;
  /** How often keys were asked for. */
  readonly asked: () => number;
  /** Takes another key into use. */
  readonly rotate: (kid: string) => Promise<void>;
  /** Makes it fail, or answer this. */
  answer: (() => Response | Promise<Response>) | null;
  /** The public key as JWK. */
  readonly publicJwk: () => Promise<Record<string, unknown>>;
}

const github = 'https://token.actions.githubusercontent.com';

/** Makes one. @param now what its tokens are issued at @param url its name, GitHub's own without it */
export async function createJobIssuer(
  now: () => Date,
  audience: string,
  url: string = github,
): Promise<JobIssuer> {
  let kid = 'first';
  let pair = await generateKeyPair('RS256');
  let asked = 0;
  let tokens = 0;
  const publicJwk = async () => ({
    ...(await exportJWK(pair.publicKey)),
    ...{ kid, alg: 'RS256', use: 'sig' },
  });
  const issuer: JobIssuer = {
    ...{ url, jwks: `${url}/.well-known/jwks`, answer: null, publicJwk },
    asked: () => asked,
    claims: (changes = {}) => ({
      ...jobClaims(Math.floor(now().getTime() / 1000)),
      ...{ iss: url, aud: audience, jti: `jti-${++tokens}`, ...changes },
    }),
    sign(claims, header = {}) {
      const text = typeof claims === 'string' ? claims : JSON.stringify(claims);
      return new CompactSign(new TextEncoder().encode(text))
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, ...header })
        .sign(pair.privateKey);
    },
    async fetch(wanted) {
      asked += 1;
      if (issuer.answer !== null) return issuer.answer();
      return wanted === issuer.jwks
        ? Response.json({ keys: [await publicJwk()] })
        : new Response(null, { status: 404 });
    },
    async rotate(next) {
      kid = next;
      pair = await generateKeyPair('RS256');
    },
  };
  return issuer;
}

/** Claims of a job of the pinned workflow on the default branch, by a person. */
function jobClaims(at: number): Record<string, unknown> {
  return {
    sub: 'repo:acme/infra:ref:refs/heads/main',
    ...{ iat: at, nbf: at - 5, exp: at + 300 },
    ...{ repository: 'acme/infra', repository_id: '123456', repository_owner: 'acme' },
    ...{ repository_owner_id: '99', repository_visibility: 'private' },
    ...{ actor: 'kenji', actor_id: '7', ref: 'refs/heads/main', ref_type: 'branch' },
    ...{ sha: 'a'.repeat(40), run_id: '1001', run_attempt: '1', event_name: 'push' },
    workflow_ref: 'acme/infra/.github/workflows/main.yml@refs/heads/main',
    job_workflow_ref: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
    ...{ runner_environment: 'github-hosted', head_ref: '', base_ref: '' },
  };
}
