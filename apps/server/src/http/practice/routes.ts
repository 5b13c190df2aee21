import { AppError } from '@sekisho/core';
import { Hono } from 'hono';
import { readJson } from '../../read-json.ts';
import { sameSecret } from '../../same-secret.ts';
import type { SignInLimit } from '../../sign-in-limit.ts';
import { demandOwnPage } from '../hosts.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions, PracticeOptions } from '../options.ts';
import { addressOf, type WhoAsks } from '../who-asks.ts';
import { signIn } from './cookie.ts';
import { rehearsalRoutes } from './rehearsal-routes.ts';
import { serviceProxy } from './service-proxy.ts';

/** What only practice has: trading its secret for a cookie, a shop to break, and the people's sides of practice Slack and GitHub. */
export function practiceRoutes(
  practice: PracticeOptions,
  { core, metrics, stopping }: HttpDoorOptions,
  whoAsks: WhoAsks,
  limit: SignInLimit,
): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  routes.post('/sign-in', async (c) => {
    if (c.req.header('origin') ?? c.req.header('sec-fetch-site')) demandOwnPage(c.req.raw);
    const { secret } = await readJson(c.req.raw);
    const given = typeof secret === 'string' ? secret : '';
    const good = await limit.attempt(addressOf(c), given, () =>
      sameSecret(given, practice.secret) ? true : null,
    );
    if (good === null) {
      metrics.countSignInFailure();
      throw new AppError('not-signed-in', {});
    }
    signIn(c, practice.secret, core.house.clock.now());
    return c.json({ signedIn: true });
  });
  refuseOtherMethods(routes, '/sign-in', 'POST');
  const { breakShop } = practice;
  if (breakShop !== undefined) {
    routes.post('/break-shop', async (c) => {
      await whoAsks(c);
      const { from, to } = breakShop();
      return c.json({ from: from.toISOString(), to: to.toISOString() });
    });
    refuseOtherMethods(routes, '/break-shop', 'POST');
  }
  routes.route('/rehearsals', rehearsalRoutes(core.house, whoAsks));
  const { slackUrl, slackSecret = '', githubUrl, githubSecret = '' } = practice;
  for (const { name, url, secret } of [
    { name: 'slack', url: slackUrl, secret: slackSecret },
    { name: 'github', url: githubUrl, secret: githubSecret },
  ]) {
    if (url === undefined) continue;
    const proxy = serviceProxy({ name, url, secret }, whoAsks, stopping);
    routes.on(['GET', 'POST'], `/${name}/*`, proxy);
    refuseOtherMethods(routes, `/${name}/*`, 'GET, POST');
  }
  return routes;
}
