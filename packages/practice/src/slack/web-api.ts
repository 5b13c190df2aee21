import { text } from './arguments.ts';
import { fail, SlackFailure } from './failure.ts';
import { METHODS } from './methods/methods.ts';
import { takeAllowance } from './rate.ts';
import type { Json } from './state.ts';
import type { World } from './world.ts';
import { savepoint } from './world.ts';

/** What an app that was made of Sekisho's manifest may do. */
const usualScopes: readonly string[] = [
  ...['commands', 'chat:write', 'files:write', 'users:read'],
  ...['usergroups:read', 'usergroups:write'],
];

/** An HTTP answer of the Web API. */
export interface WebReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/**
 * Answers one Web API call. Failures are answers too: 200 with an error code, or 429 with
 * `Retry-After`. A refused call leaves nothing behind but what it took from its allowance.
 */
export function answerCall(world: World, method: string, token: string, args: Json): WebReply {
  let takeBack = savepoint(world);
  try {
    authenticate(world, method, token);
    const run = METHODS[method] ?? fail('unknown_method', { req_method: method });
    takeAllowance(world, method, text(args, 'channel'));
    takeBack = savepoint(world);
    const { scopes = usualScopes } = world.state.app;
    const headers =
      token === world.state.app.botToken ? { 'x-oauth-scopes': scopes.join(',') } : {};
    return { status: 200, headers, body: { ok: true, ...run(world, args) } };
  } catch (cause) {
    if (!(cause instanceof SlackFailure)) throw cause;
    const limited = cause.retryAfterSeconds;
    // A 429 set by a fault must use that fault up; every other refusal changes nothing.
    if (limited === undefined) takeBack();
    return {
      status: limited === undefined ? 200 : 429,
      headers: limited === undefined ? {} : { 'retry-after': String(limited) },
      body: { ok: false, error: cause.error, ...cause.extra },
    };
  }
}

function authenticate(world: World, method: string, token: string): void {
  const { app } = world.state;
  if (token === '') fail('not_authed');
  if (token !== app.botToken && token !== app.appToken) fail('invalid_auth');
  if (method === 'api.test') return;
  const appLevel = method === 'apps.connections.open';
  if ((token === app.appToken) !== appLevel) fail('not_allowed_token_type');
}
