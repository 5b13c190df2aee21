import { Hono } from 'hono';
import { z } from 'zod';
import type { RequestUrl } from './request-url.ts';
import type { Sockets } from './sockets.ts';

const Body = z.strictObject({ url: z.url().nullable() });

/**
 * How the app is reached: `GET /app`; `POST /app/request-url {url}` for HTTP mode towards that
 * URL, null for Socket Mode; `POST /app/refresh` tells the sockets to come back anew.
 */
export function transportRoutes(target: RequestUrl, sockets: Sockets): Hono {
  const routes = new Hono();
  routes.get('/app', (c) => {
    const mode = target.current() === undefined ? 'socket' : 'http';
    return c.json({ ok: true, mode, connections: sockets.count() });
  });
  routes.post('/app/refresh', (c) => {
    sockets.disconnect('refresh_requested');
    return c.json({ ok: true });
  });
  routes.post('/app/request-url', async (c) => {
    const body = Body.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ ok: false, error: z.prettifyError(body.error) }, 400);
    try {
      await target.set(body.data.url ?? undefined);
      return c.json({ ok: true });
    } catch (cause) {
      const error = cause instanceof Error ? cause.message : String(cause);
      return c.json({ ok: false, error }, 400);
    }
  });
  return routes;
}
