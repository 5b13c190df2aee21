import type { Config } from '@sekisho/config';
import { type Finding, found, subjectOf } from '@sekisho/contract';
import { z } from 'zod';
import { type SlackSettings, slackScopes } from '../slack/index.ts';
import { whyUnreached } from './why-unreached.ts';

const subject = subjectOf('slack');
const usualApi = 'https://slack.com/api/';

/** When each app token last opened a socket, in milliseconds since the epoch. */
export type OpenedSockets = Map<string, number>;
const rememberedMs = 600_000;

/** Errors that say nothing of a token. Source: https://docs.slack.dev/apis/web-api/rate-limits, and each method's errors. */
const passing: ReadonlySet<string> = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);
const limited = { ok: false, error: 'ratelimited' };

const answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().default('-'),
  team_id: z.string().default('-'),
  user: z.string().default('-'),
});

/**
 * Whether Slack takes the tokens, and what the app may do.
 * Source: https://docs.slack.dev/reference/methods/auth.test (`x-oauth-scopes` of its answer)
 */
export async function examineSlack(
  settings: SlackSettings | null,
  config: Config,
  signal: AbortSignal,
  opened: OpenedSockets = new Map(),
): Promise<readonly Finding[]> {
  if (settings === null) {
    const by = 'slack-token';
    const rest = (['slack-scopes', 'slack-socket'] as const).map((code) =>
      found(code, 'blocked', subject, { by }),
    );
    return [found('slack-token', 'off', subject, {}), ...rest];
  }
  const [token, socket] = await Promise.all([
    examineToken(settings, config, signal),
    socketOnce(settings, config, signal, opened),
  ]);
  return [...token, socket];
}

async function examineToken(
  { botToken, slackApiUrl }: SlackSettings,
  config: Config,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const blocked = found('slack-scopes', 'blocked', subject, { by: 'slack-token' });
  if (botToken === '')
    return [found('slack-token', 'no-secret', subject, { variable: 'SLACK_BOT_TOKEN' }), blocked];
  const said = await ask('auth.test', { token: botToken, slackApiUrl, signal });
  if ('detail' in said)
    return [found('slack-token', 'unreachable', subject, { detail: said.detail }), blocked];
  const { ok, error = '-', team, team_id: teamId, user } = said.answer;
  if (!ok && passing.has(error))
    return [found('slack-token', 'unread', subject, { detail: error }), blocked];
  if (!ok) return [found('slack-token', 'refused', subject, { detail: error }), blocked];
  const wanted = config.slack?.team ?? teamId;
  const token =
    wanted === teamId
      ? found('slack-token', 'good', subject, { team, bot: user })
      : found('slack-token', 'other-team', subject, { team: teamId, wanted });
  return [token, judgeScopes(said.scopes)];
}

function judgeScopes(scopes: readonly string[] | null): Finding {
  if (scopes === null) {
    const detail = 'Slack did not say which scopes the token has';
    return found('slack-scopes', 'unread', subject, { detail });
  }
  const missing = slackScopes.filter((scope) => !scopes.includes(scope));
  return missing.length > 0
    ? found('slack-scopes', 'missing', subject, { scopes: missing.join(', ') })
    : found('slack-scopes', 'good', subject, { scopes: slackScopes.join(', ') });
}

/** Slack lets it be asked once a minute, and a server whose socket broke needs that itself. */
async function socketOnce(
  settings: SlackSettings,
  config: Config,
  signal: AbortSignal,
  opened: OpenedSockets,
): Promise<Finding> {
  const { mode, appToken = '' } = settings;
  const at = opened.get(appToken) ?? Number.NEGATIVE_INFINITY;
  if (mode === 'socket' && Date.now() - at < rememberedMs)
    return found('slack-socket', 'good', subject, {});
  const finding = await examineSocket(settings, config, signal);
  if (finding.outcome === 'good') opened.set(appToken, Date.now());
  return finding;
}

async function examineSocket(
  { mode, appToken = '', signingSecret = '', slackApiUrl }: SlackSettings,
  config: Config,
  signal: AbortSignal,
): Promise<Finding> {
  const variable = mode === 'http' ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
  if ((mode === 'http' ? signingSecret : appToken) === '')
    return found('slack-socket', 'no-secret', subject, { variable });
  if (mode === 'http') {
    const url = `${config.url ?? ''}/slack/events`;
    return found('slack-socket', 'http', subject, { url });
  }
  const said = await ask('apps.connections.open', { token: appToken, slackApiUrl, signal });
  if ('detail' in said)
    return found('slack-socket', 'unreachable', subject, { detail: said.detail });
  const { ok, error = '-' } = said.answer;
  if (!ok && passing.has(error)) return found('slack-socket', 'unread', subject, { detail: error });
  return ok
    ? found('slack-socket', 'good', subject, {})
    : found('slack-socket', 'refused', subject, { detail: error });
}

interface Question {
  readonly token: string;
  readonly slackApiUrl: string | undefined;
  readonly signal: AbortSignal;
}

type Said =
  | { readonly answer: z.output<typeof answer>; readonly scopes: readonly string[] | null }
  | { readonly detail: string };

async function ask(method: string, { token, slackApiUrl, signal }: Question): Promise<Said> {
  try {
    const reply = await fetch(new URL(method, slackApiUrl ?? usualApi), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    if (reply.status === 429) return { answer: answer.parse(limited), scopes: null };
    if (reply.status >= 500) return { detail: `HTTP ${reply.status}` };
    const scopes = reply.headers.get('x-oauth-scopes');
    const listed = scopes?.split(',').map((scope) => scope.trim()) ?? null;
    return { answer: answer.parse(await reply.json()), scopes: listed };
  } catch (error) {
    return { detail: whyUnreached(error) };
  }
}
