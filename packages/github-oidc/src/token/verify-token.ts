import { compactVerify } from 'jose';
import { type JobClaims, readClaims } from './claims.ts';
import { readHeader } from './header.ts';
import type { KeySets } from './key-sets.ts';
import { TokenRefused } from './refused.ts';
import { readStrictJson } from './strict-json.ts';

/** What a token is judged by. */
export interface TokenRules {
  readonly keys: KeySets;
  /** Issuers that are believed, as tokens name them. */
  readonly issuers: readonly string[];
  /** Our address, to the letter. */
  readonly audience: string;
  readonly now: Date;
  /** Seconds by which clocks may differ. */
  readonly leewaySeconds: number;
}

/** GitHub's are of two to three thousand characters. */
const longestToken = 16 * 1024;
/** GitHub's live for five to ten minutes; an older one was kept by somebody. */
const oldestSeconds = 15 * 60;
const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * What the token of a GitHub Actions job says, once everything about it is right. What costs nothing
 * is judged first, so that a token that would be refused anyway never asks its issuer for keys.
 * Once-use of `jti` is the caller's. Errors: `TokenRefused`.
 * Sources: RFC 8725; https://docs.github.com/actions/reference/openid-connect-reference
 */
export async function verifyToken(token: string, rules: TokenRules): Promise<JobClaims> {
  if (token.length > longestToken) throw new TokenRefused('too-long');
  if (!shape.test(token)) throw new TokenRefused('malformed');
  const [head = '', body = ''] = token.split('.', 2);
  const { algorithm, kid } = readHeader(readStrictJson(head));
  const claims = readClaims(readStrictJson(body));
  if (!rules.issuers.includes(claims.iss)) throw new TokenRefused('issuer', 'iss');
  if (claims.aud !== rules.audience) throw new TokenRefused('audience', 'aud');
  judgeTime(claims, rules);
  const signing = await rules.keys.find(claims.iss, kid);
  // The key says what it signs with; the token only repeats it.
  if (signing.algorithm !== algorithm) throw new TokenRefused('algorithm', 'alg');
  try {
    await compactVerify(token, signing.key, { algorithms: [algorithm] });
  } catch (error) {
    throw new TokenRefused('signature', null, error);
  }
  return claims;
}

function judgeTime({ exp, nbf, iat }: JobClaims, { now, leewaySeconds }: TokenRules): void {
  const at = now.getTime() / 1000;
  if (exp <= nbf || exp <= iat) throw new TokenRefused('claims', 'exp');
  if (at >= exp + leewaySeconds) throw new TokenRefused('expired', 'exp');
  if (at < nbf - leewaySeconds) throw new TokenRefused('not-yet-valid', 'nbf');
  if (at < iat - leewaySeconds) throw new TokenRefused('not-yet-valid', 'iat');
  if (at >= iat + oldestSeconds + leewaySeconds) throw new TokenRefused('too-old', 'iat');
}
