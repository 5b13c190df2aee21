import type { JobIssuer } from '../job-issuer.ts';

/** Each: what it is, how it is made, how it is refused. */
export type Hostile = readonly [string, () => string | Promise<string>, string];

/** Who makes them. */
export interface Makers {
  readonly issuer: JobIssuer;
  /** Another one, with other keys of the same names. */
  readonly stranger: JobIssuer;
  readonly now: Date;
}

export const audience = 'https://sekisho.example.com';
export const rs256 = { typ: 'JWT', alg: 'RS256', kid: 'first' };

export const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
export const unsigned = (header: object, claims: object) =>
  `${encode(header)}.${encode(claims)}.c2ln`;
