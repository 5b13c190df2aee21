import type { Config } from '@sekisho/config';
import { AppError, type Claims } from '@sekisho/core';
import type { Configuration } from 'openid-client';

export type LoginConfig = NonNullable<Config['login']>;

/** The provider of logins, as we need it. */
export interface Provider {
  /** Where to send somebody. Errors: `server-unreachable` when the provider cannot be asked. */
  address(begun: Begun): Promise<URL>;
  /**
   * What the provider says of whoever came back, after everything was checked: state, issuer, PKCE,
   * signature, audience, nonce and times. Errors: `login-failed`, `server-unreachable`.
   */
  claims(back: URL, begun: Begun): Promise<Claims>;
}

/** A login that was begun, with all that its end must match. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  /** The person has to show anew who they are. */
  readonly fresh: boolean;
  /** Where the provider sends them back to. */
  readonly callback: string;
}

/** Seconds that the provider's clock may be off. */
const toleranceSeconds = 30;

/** Makes it; the provider's own description is read when first needed, and anew after an hour. */
export function createProvider(
  login: LoginConfig,
  secret: string | undefined,
  now: () => number = Date.now,
): Provider {
  let known: { readonly at: number; readonly configuration: Promise<Configuration> } | null = null;
  const discovered = (): Promise<Configuration> => {
    if (known !== null && now() - known.at < 3_600_000) return known.configuration;
    const configuration = discover(login, secret);
    known = { at: now(), configuration };
    configuration.catch(() => {
      known = null;
    });
    return configuration;
  };
  return {
    async address({ state, nonce, verifier, fresh, callback }) {
      const client = await import('openid-client');
      return client.buildAuthorizationUrl(await discovered(), {
        ...{ redirect_uri: callback, scope: login.scopes.join(' '), state, nonce },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
      });
    },
    async claims(back, begun) {
      const configuration = await discovered();
      try {
        return await exchange(configuration, back, { ...begun, login });
      } catch (error) {
        throw new AppError('login-failed', { problem: problemOf(error) }, error);
      }
    },
  };
}

async function discover(login: LoginConfig, secret: string | undefined): Promise<Configuration> {
  const client = await import('openid-client');
  const issuer = new URL(login.issuer);
  const authentication = secret === undefined ? client.None() : client.ClientSecretBasic(secret);
  const metadata = { [client.clockTolerance]: toleranceSeconds };
  // Only for this machine: the configuration refuses http elsewhere.
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client
    .discovery(issuer, login.clientId, metadata, authentication, { execute, timeout: 10 })
    .catch((error: unknown) => {
      throw new AppError('server-unreachable', { url: login.issuer }, error);
    });
}

async function exchange(
  configuration: Configuration,
  back: URL,
  { state, nonce, verifier, fresh, login }: Begun & { readonly login: LoginConfig },
): Promise<Claims> {
  const client = await import('openid-client');
  const tokens = await client.authorizationCodeGrant(configuration, back, {
    ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
    idTokenExpected: true,
    ...(fresh ? { maxAge: 300 } : {}),
  });
  const claims = tokens.claims() ?? null;
  if (claims === null) throw new Error('no-id-token');
  const { userinfo_endpoint: more } = configuration.serverMetadata();
  if (login.claim !== 'email' || claims['email'] !== undefined || more === undefined) return claims;
  // Providers may keep the address out of the token; the subject of both must be the same.
  const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { ...claims, email: told.email, email_verified: told.email_verified };
}

/** The provider's own code of what is wrong, or that of the check that failed; never its free text. */
function problemOf(error: unknown): string {
  const { error: code, code: check } = (error ?? {}) as { error?: unknown; code?: unknown };
  const named = [code, check].find((each) => typeof each === 'string' && /^\w{1,60}$/.test(each));
  return typeof named === 'string' ? named : 'bad_answer';
}
