import type { MiddlewareHandler } from 'hono';
import { foreignPage, wrongHost } from '../refusals.ts';
import type { DoorEnv } from './options.ts';

/**
 * Serves only under our own names: a page of another site that makes its name point here must not
 * reach us with our visitors' cookies. Errors: `DoorRefusal` with 421.
 */
export function demandHost(allowed: readonly string[]): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!allowed.some((ours) => ours.toLowerCase() === host)) throw wrongHost(host);
    await next();
  };
}

/**
 * For callers that are known by a cookie, which the browser sends whatever page asks. Other ports of
 * this machine are the same site to `SameSite`, so the origin itself is compared.
 * Errors: `DoorRefusal` with 403.
 */
export function demandOwnPage(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (site !== null && site !== 'same-origin' && !(reading && site === 'none')) {
    throw foreignPage(origin ?? site);
  }
  if (origin !== null && !isOwn(origin, request.headers.get('host'))) throw foreignPage(origin);
  if (!reading && origin === null && site === null) throw foreignPage('');
}

/** Proxies end TLS before us, so the scheme may differ and host and port decide. */
function isOwn(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && new URL(origin).host === (host ?? '').toLowerCase();
}
