import { TokenRefused } from './refused.ts';

/** Only asymmetric ones: with a shared secret, who can check a token can make one. */
export const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'] as const;
export type Algorithm = (typeof algorithms)[number];

/** GitHub's tokens have these; one that names its own key, or asks for more, is none of them. */
const known = ['alg', 'kid', 'typ', 'x5t', 'x5t#S256'];

/** The header of a token. Errors: `TokenRefused` `header` or `algorithm`. */
export function readHeader(raw: Readonly<Record<string, unknown>>): {
  readonly algorithm: Algorithm;
  readonly kid: string;
} {
  const strange = Object.keys(raw).find((key) => !known.includes(key));
  if (strange !== undefined) throw new TokenRefused('header', nameOf(strange));
  const { alg, kid, typ } = raw;
  const algorithm = algorithms.find((one) => one === alg);
  if (algorithm === undefined) throw new TokenRefused('algorithm', 'alg');
  if (typ !== undefined && typ !== 'JWT') throw new TokenRefused('header', 'typ');
  const plain = typeof kid === 'string' && /^[\x21-\x7e]{1,200}$/.test(kid);
  if (!plain) throw new TokenRefused('header', 'kid');
  return { algorithm, kid };
}

/** Names of headers are the sender's words: only those that anybody defined are said again. */
function nameOf(header: string): string | null {
  return /^[a-z0-9#]{1,10}$/i.test(header) ? header : null;
}
