import { randomBytes } from 'node:crypto';
import {
  AppError,
  beginLogin,
  endSession,
  finishLogin,
  type House,
  loginSeconds,
  openSession,
  type SessionRow,
  sharedFailures,
  useSession,
  whoIs,
} from '@sekisho/core';
import { type Context, Hono } from 'hono';
import { bearerOf } from '../../caller.ts';
import { createSignInLimit } from '../../sign-in-limit.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { addressOf } from '../who-asks.ts';
import { giveCookie, readCookie, takeCookie } from './cookies.ts';
import { deviceRoutes } from './device-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { refusalPage, signedOutPage } from './page.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { createProvider, type LoginConfig, type Provider } from './provider.ts';
import { returnPath } from './return-path.ts';
import { loginBase, needSession, sessionOfVisit } from './session-of.ts';
import { clientOf } from './user-agent.ts';

/** Logins that an address may begin in a minute: whole offices share one. */
const mostBegun = 120;

/** How long a login counts whose provider does not say when the person showed who they are: never as fresh. */
const unknownAgeMs = 300_000;

/** `GET /login`, `GET /login/callback`, `POST /logout`: signing in by the provider of `login`, and out. */
export function loginRoutes(options: HttpDoorOptions): Hono<DoorEnv> {
  const { core, logger, metrics, signInLimit } = options;
  const { house } = core;
  const begun = createSignInLimit({
    ...{ clock: house.clock, name: 'login', shared: sharedFailures(house) },
    most: mostBegun,
  });
  const provider = keptProvider(options);
  const routes = new Hono<DoorEnv>();
  routes.route('/login/device', deviceRoutes(options));
  routes.route('/login/passkey', passkeyRoutes(options));
  routes.route('/login/slack', linkRoutes(options));
  const refuse = async (c: Context<DoorEnv>, error: unknown) => {
    metrics.countSignInFailure();
    logger.info({ err: error, requestId: c.get('requestId') }, 'a login was refused');
    return refusalPage(c, error, '/login');
  };
  routes.get('/login', async (c) => {
    const { login, base } = needLogin(options);
    try {
      // Nothing to compare yet: every beginning counts.
      await begun.attempt(addressOf(c), randomBytes(8).toString('hex'), () => null);
      const fresh = c.req.query('fresh') !== undefined;
      const verifier = randomBytes(32).toString('base64url');
      const returnTo = returnPath(c.req.query('return'), base);
      const started = await beginLogin(house, { verifier, returnTo, fresh });
      const address = await provider(login).address({
        ...{ ...started, verifier, fresh, callback: callbackOf(base) },
      });
      giveCookie(c, 'login', { base, value: started.browser, seconds: loginSeconds });
      c.header('cache-control', 'no-store');
      return c.redirect(address.href);
    } catch (error) {
      return refuse(c, error);
    }
  });
  routes.get('/login/callback', async (c) => {
    const { login, base } = needLogin(options);
    try {
      const back = new URL(new URL(c.req.url).search, callbackOf(base));
      const state = back.searchParams.get('state') ?? '';
      const path = await signInLimit.attempt(addressOf(c), state, () =>
        comeBack(c, options, { back, state, base, provider: provider(login) }),
      );
      return c.redirect(path ?? '/');
    } catch (error) {
      return refuse(c, error);
    }
  });
  routes.get('/logout', signedOutPage);
  routes.post('/logout', async (c) => {
    const session = await sessionToEnd(c, house);
    await endSession(house, session);
    const base = loginBase(house);
    if (base !== null) takeCookie(c, 'session', base);
    return c.json({ signedIn: false });
  });
  for (const path of ['/login', '/login/callback']) refuseOtherMethods(routes, path, 'GET');
  refuseOtherMethods(routes, '/logout', 'GET, POST');
  return routes;
}

/** A command line's, by its token, or the browser's. Errors: `not-signed-in`. */
async function sessionToEnd(c: Context<DoorEnv>, house: House): Promise<SessionRow> {
  const bearer = bearerOf(c.req.header('authorization') ?? null);
  if (bearer === null) return (await needSession(c, house)).session;
  const session = await useSession(house, bearer, 'device');
  if (session === null) throw new AppError('not-signed-in', {});
  return session;
}

interface Coming {
  readonly back: URL;
  readonly state: string;
  readonly base: URL;
  readonly provider: Provider;
}

/** Ends a login well: answers where to go. Errors: whatever is wrong with it. */
async function comeBack(
  c: Context<DoorEnv>,
  { core: { house } }: HttpDoorOptions,
  { back, state, base, provider }: Coming,
): Promise<string> {
  const browser = readCookie(c, 'login', base);
  takeCookie(c, 'login', base);
  const login = await finishLogin(house, { state, browser });
  if (login === null) throw new AppError('login-lost', {});
  const { nonce, verifier, fresh } = login;
  const expected = { state, nonce, verifier, fresh, callback: callbackOf(base) };
  const claims = await provider.claims(back, expected);
  const found = whoIs(house.config(), claims);
  if ('refused' in found) throw new AppError(found.refused, { who: found.who });
  const { id, language, timeZone } = found.person;
  c.set('reader', { language, timeZone });
  const earlier = await sessionOfVisit(c, house);
  if (earlier !== null) await endSession(house, earlier.session);
  const { maximumSeconds = 0, idleSeconds = 0 } = house.config().login ?? {};
  const opened = await openSession(house, {
    ...{ person: id, kind: 'console', address: addressOf(c) },
    client: clientOf(c.req.header('user-agent')),
    authenticatedAt: authenticatedAt(claims['auth_time'], house.clock.now()),
    limits: { maximumSeconds, idleSeconds },
  });
  giveCookie(c, 'session', { base, value: opened.secret, seconds: maximumSeconds });
  return login.return_to;
}

/** When the person showed who they are: a provider that does not say may have asked them long ago. */
function authenticatedAt(claimed: unknown, now: Date): Date {
  if (typeof claimed !== 'number') return new Date(now.getTime() - unknownAgeMs);
  return new Date(Math.min(claimed * 1000, now.getTime()));
}

/** Errors: `not-signed-in` where no login is set up. */
function needLogin({ core: { house } }: HttpDoorOptions): { login: LoginConfig; base: URL } {
  const { login } = house.config();
  const base = loginBase(house);
  if (login === null || base === null) throw new AppError('not-signed-in', {});
  return { login, base };
}

/** One provider as long as nothing about it changes. */
function keptProvider({ secret }: HttpDoorOptions): (login: LoginConfig) => Provider {
  let kept: { readonly key: string; readonly provider: Provider } | null = null;
  return (login) => {
    const { clientSecretVariable: variable } = login;
    const value = variable === null ? undefined : secret?.(variable);
    if (variable !== null && value === undefined) {
      throw new AppError('login-failed', { problem: `no_${variable}` });
    }
    const key = JSON.stringify([login, value]);
    if (kept?.key !== key) kept = { key, provider: createProvider(login, value) };
    return kept.provider;
  };
}

function callbackOf(base: URL): string {
  return new URL('/login/callback', base).href;
}
