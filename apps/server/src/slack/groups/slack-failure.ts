import { CloudError, type CloudFailure } from '@sekisho/core/cloud';
import { webApi } from '@slack/bolt';

/**
 * What a code of Slack means to the engine; one that is not here may pass by itself.
 * Source: the errors listed at https://docs.slack.dev/reference/methods/usergroups.users.update
 */
const meanings: Readonly<Record<string, CloudFailure>> = {
  no_such_subteam: 'not-found',
  ratelimited: 'throttled',
  subteam_max_users_exceeded: 'limit',
  ...all('denied', [
    ...['missing_scope', 'no_permission', 'not_allowed_token_type', 'permission_denied'],
    ...['plan_upgrade_required', 'paid_teams_only', 'team_access_not_granted'],
    ...['access_denied', 'account_inactive', 'invalid_auth', 'not_authed'],
    ...['token_expired', 'token_revoked'],
  ]),
  ...all('invalid', [
    ...['no_users_provided', 'invalid_user', 'invalid_users', 'failed_for_some_users'],
    'single_channel_guests_cannot_be_added',
  ]),
};

function all(failure: CloudFailure, codes: readonly string[]): Record<string, CloudFailure> {
  return Object.fromEntries(codes.map((code) => [code, failure]));
}

/** Slack's refusal as the engine decides by it; what Slack did not answer may have taken effect. */
export function slackFailure(error: unknown): CloudError {
  if (error instanceof CloudError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return named('ratelimited', `for ${error.retryAfter} s`, error);
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const needed: unknown = Reflect.get(error.data, 'needed');
    return named(error.data.error, typeof needed === 'string' ? `needs ${needed}` : '', error);
  }
  const said = error instanceof Error ? error.message : String(error);
  return new CloudError('unknown-outcome', 'NoAnswer', `Slack: ${said}`, error);
}

function named(code: string, more: string, cause: unknown): CloudError {
  const failure = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return new CloudError(failure ?? 'unknown-outcome', code, `Slack: ${code} ${more}`.trim(), cause);
}
