import { isTimeZone, parseDuration } from '@sekisho/words';
import { z } from 'zod';

/* Fields that several parts of sekisho.yaml have; see schema.ts. */

export const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'name');
export const span = z.string().refine((text) => parseDuration(text) !== null, 'duration');
export const timeZone = z.string().refine(isTimeZone, 'time-zone');
export const selector = z
  .string()
  .regex(
    /^(everyone|on-call|(group|person|repository):[a-z][a-z0-9-]*|role:(read-only|member|sre|admin))$/,
    'selector',
  );
/** An address of HTTP without a password, which would be shown wherever the address is. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'url' })
  .refine((url) => !hasParts(url, ['username', 'password']), 'url');
/** One that paths are appended to: without query and fragment as well. */
export const baseUrl = httpUrl.refine((url) => !hasParts(url, ['search', 'hash']), 'url');

/**
 * Name of a variable of the server that holds a secret. Only variables that are kept for this use:
 * whoever writes a definition cannot send away another secret.
 */
export function secretVariable(use: 'alert' | 'source' | 'github' | 'login' | 'docker') {
  return z
    .string()
    .regex(new RegExp(`^SEKISHO_${use.toUpperCase()}_[A-Z0-9_]{1,80}$`), `${use}-variable`)
    .describe('Name of the environment variable of the server that holds it.');
}

function hasParts(
  url: string,
  parts: readonly ('username' | 'password' | 'search' | 'hash')[],
): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parts.some((part) => parsed[part] !== '');
}

/** An AWS account's id. */
export const accountId = z.string().regex(/^\d{12}$/, 'account');
export const externalId = z.string().regex(/^[\w+=,.@:/-]{2,1224}$/, 'external-id');

export const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'region')
  .describe('AWS region.');
