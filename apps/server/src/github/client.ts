import type { WantedStatus } from '@sekisho/core';

const timeoutMs = 10_000;
/** Of the REST API. Source: https://docs.github.com/rest/about-the-rest-api/api-versions */
const apiVersion = '2022-11-28';

/** What became of a call. */
export type Answered =
  | { readonly kind: 'done' }
  /** What was asked for is wrong, or not ours to ask: another try is the same. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Worth another try. */
  | { readonly kind: 'later'; readonly status: number };

export interface GithubAccess {
  readonly fetch: typeof fetch;
  /** Address of the API without a trailing slash. */
  readonly api: string;
  readonly token: string;
}

/** What a commit shows. */
export interface ShownStatus extends Pick<WantedStatus, 'repository' | 'head' | 'state'> {
  /** At most 140 letters. */
  readonly description: string;
  /** Tells this status from those of others; rules of branches name it. */
  readonly context: string;
  /** Where it leads; null when nobody said where the console is. */
  readonly link: string | null;
}

/**
 * Sets a commit's status. Errors: throws when GitHub cannot be reached.
 * Source: https://docs.github.com/rest/commits/statuses#create-a-commit-status
 */
export async function setStatus(
  { fetch, api, token }: GithubAccess,
  { repository, head, state, description, context, link }: ShownStatus,
): Promise<Answered> {
  const answer = await fetch(`${api}/repos/${repository}/statuses/${head}`, {
    method: 'POST',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'sekisho',
      'x-github-api-version': apiVersion,
    },
    body: JSON.stringify({
      ...{ state, description, context },
      ...(link === null ? {} : { target_url: link }),
    }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  const { status, headers } = answer;
  if (answer.ok) return { kind: 'done' };
  // GitHub tells of its limits by 403 too; a token that was put right is good at the next try.
  const limited = headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after');
  const again = status === 401 || status === 408 || status === 429 || status >= 500 || limited;
  return { kind: again ? 'later' : 'refused', status };
}
