import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { sameSecret } from '../../same-secret.ts';
import type { DoorEnv } from '../options.ts';

const keptSeconds = 30 * 24 * 3600;

/** When the browser signed in, from its cookie; null when it has none that is good. */
export function signedInAt(c: Context<DoorEnv>, secret: string, now: Date): Date | null {
  const cookie = getCookie(c, nameOf(c)) ?? '';
  const [, stamp = '', seal = ''] = /^(\d{1,15})\.([\w-]{1,100})$/.exec(cookie) ?? [];
  if (!sameSecret(seal, sealOf(stamp, secret))) return null;
  const ageSeconds = (now.getTime() - Number(stamp)) / 1000;
  return ageSeconds < keptSeconds ? new Date(Number(stamp)) : null;
}

/** Gives the browser a cookie that shows it knew the secret, without holding it. */
export function signIn(c: Context<DoorEnv>, secret: string, now: Date): void {
  const stamp = String(now.getTime());
  setCookie(c, nameOf(c), `${stamp}.${sealOf(stamp, secret)}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: keptSeconds,
  });
}

/** Browsers share cookies between the ports of a host, and two practices may run on one machine. */
function nameOf(c: Context<DoorEnv>): string {
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1] ?? '80';
  return `sekisho-practice-${port}`;
}

function sealOf(stamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`practice cookie ${stamp}`).digest('base64url');
}
