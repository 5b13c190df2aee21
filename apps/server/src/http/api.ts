import { contract, verbNames } from '@sekisho/contract';
import { verbPath } from '@sekisho/contract/client';
import { AppError, type Context } from '@sekisho/core';
import { Hono } from 'hono';
import { goodKey } from '../idempotency-key.ts';
import { readJson } from '../read-json.ts';
import { answerVerb } from './answer-verb.ts';
import { refuseOtherMethods } from './methods.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';
import type { WhoAsks } from './who-asks.ts';

/** `POST /<domain>/<verb>` for every verb of the contract. */
export function verbRoutes({ core, metrics }: HttpDoorOptions, whoAsks: WhoAsks): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  for (const name of verbNames) {
    const path = verbPath(name).replace('/api/v1', '');
    routes.post(path, (c) =>
      answerVerb(c, metrics, name, async () => {
        const context = withKey(await whoAsks(c), c.req.header('idempotency-key'));
        return core.call(name, context, await readJson(c.req.raw, contract[name].largestCall));
      }),
    );
    refuseOtherMethods(routes, path, 'POST');
  }
  routes.all('*', (c) => {
    throw new AppError('unknown-verb', { value: verbOf(c.req.path) });
  });
  return routes;
}

/** Errors: `DoorRefusal` for a key that is longer than 200 characters or not plain ASCII. */
function withKey(context: Context, key: string | undefined): Context {
  if (key === undefined) return context;
  return { ...context, idempotencyKey: goodKey('Idempotency-Key', key) };
}

function verbOf(path: string): string {
  return path
    .replace(/^\/api\/v1\//, '')
    .replaceAll('/', '.')
    .slice(0, 100);
}
