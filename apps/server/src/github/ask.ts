const timeoutMs = 10_000;
/** Of the REST API. Source: https://docs.github.com/rest/about-the-rest-api/api-versions */
const apiVersion = '2022-11-28';

/** How GitHub is asked; the global `fetch` is one. */
export type GithubFetch = (url: string, init: RequestInit) => Promise<Response>;

export interface GithubAccess {
  readonly fetch: GithubFetch;
  /** Address of the API without a trailing slash. */
  readonly api: string;
  readonly token: string;
}

/** A question to the API. */
export interface Question {
  readonly method: 'GET' | 'POST';
  /** Below the API's address, with a leading slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Asks GitHub's API. Redirects are not followed: the token goes to the configured host alone.
 * Errors: throws when it cannot be reached.
 */
export async function ask(
  { fetch, api, token }: GithubAccess,
  { method, path, headers = {}, body }: Question,
): Promise<Response> {
  return fetch(`${api}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'sekisho',
      'x-github-api-version': apiVersion,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}
