import { assumeRole } from './assume-role.ts';
import { askJobToken, type TokenSource } from './job-token.ts';
import type { Answer, Credentials } from './read-answer.ts';

/** What an active lease's credentials are had with. */
export interface Obtaining {
  readonly tokens: TokenSource | null;
  /** Of STS; null for the region's own. */
  readonly stsEndpoint: string | null;
  readonly sessionSeconds: number;
  readonly region: string | null;
}

/** The audience that AWS's OIDC provider for GitHub is set up with. */
const awsAudience = 'sts.amazonaws.com';

/**
 * Credentials of an active lease: those it answers, or in the window approach those of the role that
 * it names. Errors: `Failure` `role-refused`, `token-refused`.
 */
export async function obtain(answer: Answer, how: Obtaining): Promise<Credentials | null> {
  const { credentials, role } = answer;
  if (credentials !== null || role === null) return credentials;
  const token = await askJobToken(how.tokens, awsAudience);
  return assumeRole(
    {
      ...{ arn: role.arn, sessionName: role.sessionName },
      ...{ region: how.region ?? role.region, seconds: how.sessionSeconds },
      endpoint: how.stsEndpoint,
    },
    token,
  );
}
