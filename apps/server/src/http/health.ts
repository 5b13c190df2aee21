import { Hono } from 'hono';
import { refuseOtherMethods } from './methods.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';

const patienceMs = 2000;

/**
 * `/healthz`: the process lives. `/readyz`: every check holds, else 503 with those that do not.
 * `/metrics`: for Prometheus. They hold no secret, and orchestrators ask under addresses of their own,
 * so neither credentials nor `Host` are looked at.
 */
export function healthRoutes({ metrics, readiness = {}, logger }: HttpDoorOptions): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  routes.get('/healthz', (c) => c.json({ ok: true }));
  routes.get('/readyz', async (c) => {
    const checks = await Promise.all(
      Object.entries(readiness).map(async ([name, check]) => {
        try {
          return [name, await inTime(Promise.resolve(check()))] as const;
        } catch (error) {
          logger.warn({ err: error, check: name }, 'not ready');
          return [name, false] as const;
        }
      }),
    );
    const ok = checks.every(([, holds]) => holds);
    return c.json({ ok, checks: Object.fromEntries(checks) }, ok ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    c.header('content-type', metrics.contentType);
    return c.body(await metrics.text());
  });
  for (const path of ['/healthz', '/readyz', '/metrics']) refuseOtherMethods(routes, path, 'GET');
  return routes;
}

/** A check that hangs does not hold. */
async function inTime(check: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  return Promise.race([check, late]).finally(() => clearTimeout(timer));
}
