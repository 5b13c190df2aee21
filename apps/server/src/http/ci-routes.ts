import { contract } from '@sekisho/contract';
import { verbPath } from '@sekisho/contract/client';
import { AppError, type Context, jobId } from '@sekisho/core';
import type { Context as Call } from 'hono';
import { Hono } from 'hono';
import { networkOf } from '../client-address.ts';
import { readJson } from '../read-json.ts';
import { answerVerb } from './answer-verb.ts';
import { createBodyRoom } from './body-room.ts';
import { usualCiLimits } from './ci-limits.ts';
import { createPushRate } from './ingest/push-rate.ts';
import { refuseOtherMethods } from './methods.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';
import { addressOf } from './who-asks.ts';

const verbs = ['ci.exchange', 'ci.finish'] as const;
/** Objects and lists within each other: as deep as a plan may be, within a call. */
const deepest = 122;

/**
 * The door of CI jobs: a job is known by the token in its call and by nothing else, so no login, cookie or
 * API token is looked at. Errors: those of the verbs, `rate-limited`, `DoorRefusal`.
 */
export function ciRoutes({
  core,
  metrics,
  ciLimits = usualCiLimits,
}: HttpDoorOptions): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  const { rate, pace } = ciLimits;
  const calls = createPushRate(core.house.clock, rate);
  const room = createBodyRoom(ciLimits.room);

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
    const place = room.enter(networkOf(addressOf(c)));
    try {
      const reading = { arrived: place.take, pace };
      const input = await readJson(c.req.raw, largest, deepest, reading);
      return { input, context: await contextOf(c, input['token']) };
    } finally {
      place.leave();
    }
  }

  for (const name of verbs) {
    const path = verbPath(name).replace('/api/v1', '');
    routes.post(path, (c) =>
      answerVerb(c, metrics, name, async () => {
        calls.take(networkOf(addressOf(c)));
        const { input, context } = await read(c, contract[name].largestCall);
        return core.call(name, context, input);
      }),
    );
    refuseOtherMethods(routes, path, 'POST');
  }
  return routes;
}
