import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DoorEnv } from '../options.ts';

/** What a cookie of ours is for: the session, or a login that is under way. */
export type CookieUse = 'session' | 'login';

/**
 * Behind https the browser itself sees to it that no other host, path or clear connection sets it
 * (`__Host-`). On loopback http the ports of a host share cookies, so the name tells them apart.
 */
function nameOf(use: CookieUse, base: URL): string {
  const name = use === 'session' ? 'sekisho' : 'sekisho-login';
  return base.protocol === 'https:' ? `__Host-${name}` : `${name}-${base.port || '80'}`;
}

function flags(base: URL) {
  const secure = base.protocol === 'https:';
  return { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const;
}

/** What the browser sent; empty when nothing. */
export function readCookie(c: Context<DoorEnv>, use: CookieUse, base: URL): string {
  return getCookie(c, nameOf(use, base)) ?? '';
}

/** Gives the browser a cookie for so many seconds. */
export function giveCookie(
  c: Context<DoorEnv>,
  use: CookieUse,
  { base, value, seconds }: { base: URL; value: string; seconds: number },
): void {
  setCookie(c, nameOf(use, base), value, { ...flags(base), maxAge: seconds });
}

export function takeCookie(c: Context<DoorEnv>, use: CookieUse, base: URL): void {
  deleteCookie(c, nameOf(use, base), flags(base));
}
