import type { Context } from 'hono';
import { Hono } from 'hono';
import { bearer } from '../../shell/guard.ts';
import { isObject, text } from '../arguments.ts';
import type { Json } from '../state.ts';
import type { Core } from './core.ts';

/**
 * The Web API and the `response_url`s.
 * @param onDisk resolves when what was done is on disk: an app must not lose what Slack said it had
 */
export function apiRoutes(core: Core, origin: () => string, onDisk: () => Promise<void>): Hono {
  const routes = new Hono();
  routes.on(['GET', 'POST'], '/api/:method', async (c) => {
    const args = await readBody(c);
    if (args === undefined) return c.json({ ok: false, error: 'invalid_json' });
    const token = bearer(c) ?? text(args, 'token');
    const socketBase = origin().replace(/^http/, 'ws');
    const { reply } = core.run({
      kind: 'api',
      method: c.req.param('method'),
      token,
      args: { ...args, socket_base: socketBase },
    });
    await onDisk();
    for (const [name, value] of Object.entries(reply.headers)) c.header(name, value);
    return c.json(reply.body, reply.status === 429 ? 429 : 200);
  });
  routes.post('/upload/v1/:id', async (c) => {
    const bytes = Buffer.from(await c.req.arrayBuffer()).toString('base64');
    const { reply } = core.run({ kind: 'upload', id: c.req.param('id'), bytes });
    await onDisk();
    return c.text(reply.status === 200 ? 'OK' : 'refused', reply.status as 200);
  });
  routes.post('/:kind{commands|actions}/:team/:hook', async (c) => {
    const body = await readBody(c);
    if (body === undefined) return c.text('invalid_payload', 400);
    const { reply } = core.run({ kind: 'hook', id: c.req.param('hook'), body });
    await onDisk();
    return c.text(reply.body, reply.status === 200 ? 200 : reply.status === 400 ? 400 : 404);
  });
  return routes;
}

/** A form's or a JSON body's fields, with those of the query; undefined when it is no JSON. */
async function readBody(c: Context): Promise<Json | undefined> {
  const sent = c.req.method === 'GET' ? '' : await c.req.text();
  const query = c.req.query();
  const json = (c.req.header('content-type') ?? '').includes('application/json');
  if (!json) return { ...query, ...Object.fromEntries(new URLSearchParams(sent)) };
  try {
    const body: unknown = sent === '' ? {} : JSON.parse(sent);
    return isObject(body) ? { ...query, ...body } : undefined;
  } catch {
    return undefined;
  }
}
