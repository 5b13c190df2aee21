import { importJWK } from 'jose';
import { z } from 'zod';
import { type Algorithm, algorithms } from './header.ts';

/** Asks for a document; the global `fetch` is one. */
export type Fetch = (
  url: string,
  init: { readonly signal: AbortSignal; readonly redirect: 'error' },
) => Promise<Response>;

/** One key that an issuer signs with. */
export interface SigningKey {
  readonly algorithm: Algorithm;
  readonly key: CryptoKey;
}

const longestDocument = 256 * 1024;
const timeoutMilliseconds = 5000;

const documentSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(50) });
const keySchema = z.object({
  kty: z.enum(['RSA', 'EC']),
  kid: z.string().min(1).max(200),
  alg: z.enum(algorithms).optional(),
  use: z.literal('sig').optional(),
  // 2048 bits at least.
  n: z
    .string()
    .regex(/^[\w-]{342,1400}$/)
    .optional(),
  e: z.string().max(16).optional(),
  crv: z.string().max(16).optional(),
  x: z.string().max(100).optional(),
  y: z.string().max(100).optional(),
});

/**
 * The keys of an issuer by their id. Keys that are no signing keys, or of other algorithms, are left out;
 * one that announces no algorithm signs with RS256. Errors: what went wrong on the way.
 */
export async function fetchKeys(
  fetch: Fetch,
  url: string,
): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const answer = await fetch(url, { signal, redirect: 'error' });
  if (!answer.ok) throw new Error(`the keys were answered with ${answer.status}`);
  const { keys } = documentSchema.parse(JSON.parse(await readBounded(answer)));
  const read = await Promise.all(keys.map(readKey));
  return new Map(read.filter((one) => one !== null));
}

async function readKey(
  raw: Readonly<Record<string, unknown>>,
): Promise<readonly [string, SigningKey] | null> {
  const { success, data } = keySchema.safeParse(raw);
  if (!success) return null;
  const { kid, alg: algorithm = 'RS256', use: _, ...jwk } = data;
  try {
    const key = await importJWK(compact(jwk), algorithm);
    return key instanceof Uint8Array ? null : [kid, { algorithm, key }];
  } catch {
    return null;
  }
}

function compact<T extends object>(value: T): { [Key in keyof T]: NonNullable<T[Key]> } {
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(given) as { [Key in keyof T]: NonNullable<T[Key]> };
}

async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > longestDocument) throw new Error('the keys are longer than any issuer’s');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
