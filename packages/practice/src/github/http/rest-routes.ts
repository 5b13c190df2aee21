import type { Context } from 'hono';
import { Hono } from 'hono';
import { Refusal } from '../world.ts';
import type { Core } from './core.ts';

/** GitHub's REST API, under `/api/v3` as GitHub Enterprise Server has it. */
export function restRoutes(core: Core): Hono {
  const routes = new Hono();
  routes.all('/api/v3/*', async (c) => {
    try {
      const { status, body } = core.run({
        kind: 'rest',
        what: {
          method: c.req.method,
          path: c.req.path.slice('/api/v3'.length),
          token: /^(?:Bearer|token) (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '',
          body: await bodyOf(c),
        },
      });
      return c.json(body as object, status as 200);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.json({ message: error.message }, error.status as 400);
    }
  });
  return routes;
}

async function bodyOf(c: Context): Promise<Readonly<Record<string, unknown>> | null> {
  if (c.req.method === 'GET') return null;
  const body: unknown = await c.req.json().catch(() => null);
  return typeof body === 'object' && body !== null ? { ...body } : null;
}
