/** Why a token was refused; stable. */
export const tokenCodes = [
  'too-long',
  'malformed',
  'duplicate-claim',
  'header',
  'algorithm',
  'claims',
  'issuer',
  'audience',
  'expired',
  'not-yet-valid',
  'too-old',
  'unknown-key',
  'keys-unreachable',
  'signature',
] as const;
export type TokenCode = (typeof tokenCodes)[number];

/** A token that is not believed. Holds no part of it but the name of a claim or header. */
export class TokenRefused extends Error {
  readonly code: TokenCode;
  /** Name of the claim or header that is wrong, when it is one. */
  readonly part: string | null;

  constructor(code: TokenCode, part: string | null = null, cause?: unknown) {
    super(part === null ? code : `${code} ${part}`, cause === undefined ? undefined : { cause });
    this.name = 'TokenRefused';
    this.code = code;
    this.part = part;
  }
}
