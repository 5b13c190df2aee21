import { randomBytes } from 'node:crypto';

/** Where new ids and secrets come from; tests pass a counting one. */
export interface Ids {
  /** An id such as `ops-7k3f9q2m`: short enough to type, 40 random bits. */
  id(prefix: string): string;
  /** 256 random bits, URL-safe. */
  secret(): string;
  /** Random bytes for salts. */
  bytes(length: number): Uint8Array;
}

/** Crockford's alphabet in lower case: no i, l, o, u to misread at night. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export const randomIds: Ids = {
  id: (prefix) => `${prefix}-${Array.from(randomBytes(8), (byte) => alphabet[byte % 32]).join('')}`,
  secret: () => randomBytes(32).toString('base64url'),
  bytes: (length) => randomBytes(length),
};
