import type { SigningKey } from './state.ts';

/** Keys as a JWKS has them. */
export function keysOf(keys: readonly SigningKey[]): readonly object[] {
  return keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, use: 'sig', alg: 'RS256' }));
}
