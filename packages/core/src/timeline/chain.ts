import { createHash } from 'node:crypto';
import { canonicalJson } from '@sekisho/config';
import type { Principal } from '@sekisho/contract';

/** The only chain of people's and the engine's deeds; bulk imports have their own. */
export const mainChain = 'main';

/** What the first entry of a chain names as its predecessor. */
export const genesis = '0'.repeat(64);

/** What is hashed: everything of an entry but free text, which is held by its commitment. */
export interface EntryBody {
  readonly chain: string;
  readonly number: number;
  /** ISO 8601, milliseconds. */
  readonly at: string;
  readonly actor: Principal;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly subject: string | null;
  readonly environment: string | null;
  readonly service: string | null;
  readonly lease: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Commitment by name of text. */
  readonly texts: Readonly<Record<string, string>>;
  /** Hash of the configuration that the deed was judged by. */
  readonly config: string;
}

export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The bytes that are stored as they were hashed. */
export function bodyText(body: EntryBody): string {
  return canonicalJson(body);
}

/** Hash of an entry over its predecessor's hash and its own bytes. */
export function entryHash(previous: string, body: string): string {
  return sha256(previous, '\n', body);
}

/** Binds `text` without telling it: with the salt erased, nobody can guess it back. */
export function commitment(salt: string, text: string): string {
  return sha256(salt, '\n', text);
}
