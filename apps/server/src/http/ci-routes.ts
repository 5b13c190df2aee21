import { contract } from '@sekisho/contract';
import { verbPath } from '@sekisho/contract/client';
import { AppError, type Context, jobId } from '@sekisho/core';
import type { Context as Call } from 'hono';
import { Hono } from 'hono';
import { readJson } from '../read-json.ts';
import { answerVerb } from './answer-verb.ts';
import { createBodyRoom } from './body-room.ts';
import { createPushRate } from './ingest/push-rate.ts';
import { refuseOtherMethods } from './methods.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';
import { addressOf } from './who-asks.ts';

const verbs = ['ci.exchange', 'ci.finish'] as const;
/** Objects and lists within each other: as deep as a plan may be, within a call. */
const deepest = 122;
/** Bytes of calls that are read before anybody is known, together. */
const usualRoom = 128 * 1024 * 1024;
/** Many jobs may come from one address; who has no token may not keep us busy. */
const usualRate = { perSecond: 50, burst: 200 };

/**
 * The door of CI jobs: a job is known by the token in its call and by nothing else, so no login, cookie or
 * API token is looked at. Errors: those of the verbs, `rate-limited`.
 */
export function ciRoutes(
  { core, metrics }: HttpDoorOptions,
  rate = usualRate,
  bytes = usualRoom,
): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  const calls = createPushRate(core.house.clock, rate);
  const room = createBodyRoom(bytes);

  async function contextOf(c: Call<DoorEnv>, token: unknown): Promise<Context> {
    try {
      const given = typeof token === 'string' ? token : '';
      const { claims, repository } = await core.believeJob(given);
      const authenticatedAt = new Date(claims.iat * 1000).toISOString();
      return {
        principal: { id: jobId(repository.name), kind: 'ci', assurance: 'oidc', authenticatedAt },
        ...{ scopes: verbs, job: claims, language: c.get('reader').language },
        requestId: c.get('requestId'),
      };
    } catch (error) {
      if (error instanceof AppError) metrics.countSignInFailure();
      throw error;
    }
  }

  async function read(c: Call<DoorEnv>, largest: number) {
    const leave = room.enter(c.req.raw, largest);
    try {
      const input = await readJson(c.req.raw, largest, deepest);
      return { input, context: await contextOf(c, input['token']) };
    } finally {
      leave();
    }
  }

  for (const name of verbs) {
    const path = verbPath(name).replace('/api/v1', '');
    routes.post(path, (c) =>
      answerVerb(c, metrics, name, async () => {
        calls.take(addressOf(c));
        const { input, context } = await read(c, contract[name].largestCall);
        return core.call(name, context, input);
      }),
    );
    refuseOtherMethods(routes, path, 'POST');
  }
  return routes;
}
