/** What AWS calls GitHub's issuer. */
export const githubIssuer = 'token.actions.githubusercontent.com';

const github =
  /^(?:token\.actions\.(?:githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(?:\/.*)?|[^/\s]+\/_services\/token)$/i;

/**
 * Whether an issuer is GitHub's: also that of an enterprise, of one whose data resides elsewhere, and of
 * GitHub Enterprise Server.
 * Source: https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc
 */
export function isGithub(issuer: string): boolean {
  return github.test(issuer);
}

/**
 * Whether an issuer is a GitHub Enterprise Server, whose subjects have names and no ids.
 * Source: https://docs.github.com/en/enterprise-server@latest/actions/reference/security/oidc
 */
export function isServer(issuer: string): boolean {
  return /\/_services\/token$/i.test(issuer);
}

/** Whether an issuer was to be GitHub's and is not: letters missing, or one that GitHub gave up. */
export function isMisspelt(issuer: string): boolean {
  return !isGithub(issuer) && /githubusercontent|^token\.actions?\.|^github\.com$/i.test(issuer);
}

const everywhere = 'sts.amazonaws.com';
const inChina = 'sts.amazonaws.com.cn';

/** Audiences that are AWS's own. */
export const awsAudiences: readonly string[] = [everywhere, inChina];

/**
 * What tokens for AWS may be made for in one of its partitions; first what they are for by default. Jobs
 * in China may ask for either, and which of them its provider takes is for the account to say.
 * Source: README of aws-actions/configure-aws-credentials, on regions in China.
 */
export function audiencesIn(partition: string): readonly [string, ...string[]] {
  return partition === 'aws-cn' ? [inChina, everywhere] : [everywhere];
}
