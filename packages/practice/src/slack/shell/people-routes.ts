import { Hono } from 'hono';
import { z } from 'zod';
import { SlackFailure } from '../failure.ts';
import {
  listChannels,
  listPeople,
  readChannel,
  readFile,
  readHome,
  readView,
} from '../people/read.ts';
import type { Core } from './core.ts';
import { PEOPLE_BODIES } from './people-bodies.ts';

/** What people see and do, for the console's chat pane and for tests. */
export function peopleRoutes(core: Core, origin: () => string): Hono {
  const routes = new Hono();
  routes.get('/users', (c) => c.json({ ok: true, ...listPeople(core.state()) }));
  routes.get('/channels', (c) =>
    c.json({ ok: true, ...listChannels(core.state(), c.req.query('user') ?? '') }),
  );
  routes.get('/messages', (c) => {
    const { user = '', channel = '' } = c.req.query();
    return c.json({ ok: true, ...readChannel(core.state(), user, channel) });
  });
  routes.get('/view', (c) =>
    c.json({ ok: true, ...readView(core.state(), c.req.query('user') ?? '') }),
  );
  routes.get('/home', (c) =>
    c.json({ ok: true, ...readHome(core.state(), c.req.query('user') ?? '') }),
  );
  routes.get('/file', (c) => {
    const { user = '', id = '' } = c.req.query();
    return c.body(new Uint8Array(readFile(core.state(), user, id)), 200, {
      'content-type': 'image/png',
    });
  });
  for (const [path, schema] of Object.entries(PEOPLE_BODIES)) {
    routes.post(`/${path}`, async (c) => {
      const body = schema.safeParse(await c.req.json().catch(() => undefined));
      if (!body.success) return c.json({ ok: false, error: z.prettifyError(body.error) }, 400);
      const { reply, settled } = core.run({ kind: 'person', what: body.data, origin: origin() });
      if (!reply.ok)
        return c.json({ ok: false, error: reply.error, ...reply.extra }, statusOf(reply.error));
      // Only commands, clicks and submissions wait for the app, as people do.
      const delivery = WAITED.has(path) ? (await settled)[0] : undefined;
      return c.json({ ok: true, ...reply.result, ...(delivery === undefined ? {} : { delivery }) });
    });
  }
  routes.onError((cause, c) => {
    if (!(cause instanceof SlackFailure)) throw cause;
    return c.json({ ok: false, error: cause.error }, statusOf(cause.error));
  });
  return routes;
}

const WAITED = new Set(['command', 'click', 'view/submit', 'view/action']);

function statusOf(error: string): 400 | 404 {
  return error.endsWith('_not_found') ? 404 : 400;
}
