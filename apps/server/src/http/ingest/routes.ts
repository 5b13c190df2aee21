import { AppError, systemPrincipal, takePush, transact } from '@sekisho/core';
import { readPush } from '@sekisho/counting';
import { Hono } from 'hono';
import { bearerOf } from '../../caller.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { addressOf } from '../who-asks.ts';
import { createPushRate } from './push-rate.ts';
import { readPushBody, wrongPush } from './read-body.ts';
import { type Sender, senderOf, sourceOf } from './sender.ts';

/** A process pushes every few seconds at most, and a token may serve some hundreds of processes. */
const usualRate = { perSecond: 50, burst: 500 };

/**
 * Doors for those who count, or log, elsewhere. Their tokens name a source by the scope `ingest:SOURCE`
 * and are good for nothing else; no other token, and no cookie, is good here.
 */
export function ingestRoutes(options: HttpDoorOptions, rate = usualRate): Hono<DoorEnv> {
  const { core, signInLimit, metrics } = options;
  const { house } = core;
  const routes = new Hono<DoorEnv>();
  const pushes = createPushRate(house.clock, rate);

  async function demandSender(token: string, address: string): Promise<Sender> {
    const sender = await signInLimit.attempt(address, token, () => senderOf(core, token));
    if (sender === null) {
      metrics.countSignInFailure();
      throw new AppError('not-signed-in', {});
    }
    return sender;
  }

  routes.post('/v1/minutes', async (c) => {
    const token = bearerOf(c.req.header('authorization') ?? null) ?? '';
    const sender = await demandSender(token, addressOf(c));
    const source = sourceOf(core, sender);
    pushes.take(sender.id);
    const read = readPush(await readPushBody(c.req.raw));
    if ('problem' in read) throw wrongPush(read.problem.field, read.problem.expected);
    const counted = await transact(house, systemPrincipal(house.clock.now()), (tx) =>
      takePush(tx, source, read.push),
    ).catch(asRefusal);
    c.header('cache-control', 'no-store');
    return c.json({ counted });
  });
  refuseOtherMethods(routes, '/v1/minutes', 'POST');
  return routes;
}

function asRefusal(error: unknown): never {
  if (error instanceof RangeError) throw wrongPush('minutes', 'sums that are exact as a double');
  throw error;
}
