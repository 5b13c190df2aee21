import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** What a token of an OIDC provider says, once it is believed. */
export interface WebIdentity {
  /** As trust policies name it: `token.actions.githubusercontent.com`. */
  readonly provider: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Reads a token, or refuses it with a `Refusal`. @param now epoch milliseconds */
export type TokenReader = (token: string, now: number) => WebIdentity;

/** An OIDC provider that accounts know. */
export interface TokenIssuer {
  /** What trust policies call it. */
  readonly provider: string;
  /** `iss` of its tokens. */
  readonly issuer: string;
  /** What its JWKS has now. Whoever knows when they change tells practice: nothing is fetched here. */
  readonly keys: readonly (JsonWebKey & { readonly kid?: string | undefined })[];
}

/** Believes tokens that one of these signed with RS256, while they last. */
export function verifiedTokens(issuers: () => Iterable<TokenIssuer>): TokenReader {
  return (token, now) => {
    const [head = '', body = '', signature = ''] = token.split('.');
    const header = readPart(head);
    const claims = readPart(body);
    const found = [...issuers()].find(({ issuer }) => issuer === claims['iss']);
    if (found === undefined) throw invalid('No OpenIDConnect provider found for this issuer.');
    const key = found.keys.find(({ kid }) => kid === header['kid']);
    const signed =
      header['alg'] === 'RS256' &&
      key !== undefined &&
      verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${body}`),
        createPublicKey({ key, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      );
    if (!signed) throw invalid("Couldn't verify the signature of the token.");
    if (typeof claims['exp'] !== 'number' || claims['exp'] * 1000 <= now) {
      throw new Refusal('ExpiredTokenException', 'Token expired', 400);
    }
    return { provider: found.provider, claims };
  };
}

/** Believes whatever it is told, for tests in the same process: a token is its claims as JSON. */
export function trustedClaims(provider: string): TokenReader {
  return (token) => ({ provider, claims: objectIn(token) });
}

function readPart(part: string): Readonly<Record<string, unknown>> {
  return objectIn(Buffer.from(part, 'base64url').toString('utf8'));
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object') return { ...value };
  } catch {
    // Said below.
  }
  throw invalid('The token could not be read.');
}

function invalid(message: string): Refusal {
  return new Refusal('InvalidIdentityToken', message, 400);
}
