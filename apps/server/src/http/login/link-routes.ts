import { confirmLink, findAskedLink } from '@sekisho/core';
import { Hono } from 'hono';
import { readJson } from '../../read-json.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { readText } from './read-text.ts';
import { needSession } from './session-of.ts';

/**
 * Linking a Slack user to whoever is signed in to the console, by the one-time link that Slack showed
 * to that user: `POST /asked` shows which user it is, `POST /confirm` links them.
 */
export function linkRoutes({ core: { house } }: HttpDoorOptions): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  routes.post('/asked', async (c) => {
    await needSession(c, house);
    const { secret } = await readJson(c.req.raw);
    c.header('cache-control', 'no-store');
    return c.json(await findAskedLink(house, readText('secret', secret, 100)));
  });
  routes.post('/confirm', async (c) => {
    const { principal } = await needSession(c, house);
    const { secret } = await readJson(c.req.raw);
    const linked = await confirmLink(house, principal, readText('secret', secret, 100));
    return c.json({ team: linked.team, user: linked.slack_user });
  });
  for (const path of ['/asked', '/confirm']) refuseOtherMethods(routes, path, 'POST');
  return routes;
}
