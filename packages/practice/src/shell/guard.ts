import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True for a URL that stays on this machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.includes(new URL(url).hostname);
}

/**
 * Lets only holders of the secret in, and only under a known Host: a page of another site that
 * resolves its name to 127.0.0.1 must not wear anybody's hat.
 */
export function guard(secret: string, allowedHosts: readonly string[]): MiddlewareHandler {
  const hosts = [...LOOPBACK, ...allowedHosts];
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (!hosts.includes(host)) return c.json({ ok: false, error: 'host_not_allowed' }, 403);
    if (!same(bearer(c) ?? '', secret)) return c.json({ ok: false, error: 'not_authed' }, 401);
    return next();
  };
}

/** The bearer token of a request. */
export function bearer(c: Context): string | undefined {
  return /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

function same(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return secret !== '' && timingSafeEqual(digest(given), digest(secret));
}
