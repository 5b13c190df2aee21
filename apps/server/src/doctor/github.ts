import type { Config } from '@sekisho/config';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import { ask, type GithubFetch } from '../github/ask.ts';
import { whyUnreached } from './why-unreached.ts';

const subject = subjectOf('github');

/** Whether the secrets are there and GitHub takes the token. */
export async function examineGithub(
  config: Config,
  secret: (variable: string) => string | undefined,
  fetch: GithubFetch,
): Promise<Finding> {
  const { github } = config;
  if (github === null) return found('github', 'off', subject, {});
  const { api, tokenVariable, webhookSecretVariable } = github;
  const token = secret(tokenVariable);
  if (!token) return found('github', 'no-token', subject, { variable: tokenVariable });
  if (!secret(webhookSecretVariable))
    return found('github', 'no-secret', subject, { variable: webhookSecretVariable });
  try {
    const { status } = await ask({ fetch, api, token }, { method: 'GET', path: '/rate_limit' });
    // A server without limits has no such page, and tells so only to whom it knows.
    if (status === 404 || (status >= 200 && status < 300))
      return found('github', 'good', subject, { api });
    const outcome = status === 401 || status === 403 ? 'refused' : 'unreachable';
    return found('github', outcome, subject, { api, detail: `HTTP ${status}` });
  } catch (error) {
    return found('github', 'unreachable', subject, { api, detail: whyUnreached(error) });
  }
}
