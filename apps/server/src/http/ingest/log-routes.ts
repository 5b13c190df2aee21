import {
  AppError,
  noteRefused,
  type SubscriptionConfig,
  systemPrincipal,
  takeLines,
  transact,
} from '@sekisho/core';
import { type Context, Hono } from 'hono';
import { DoorRefusal } from '../../door-refusal.ts';
import { sameSecret } from '../../same-secret.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { addressOf } from '../who-asks.ts';
import { createPushRate } from './push-rate.ts';
import { type Delivery, largestDelivery, readDelivery } from './read-delivery.ts';

/** Firehose sends a stream's buffers one after another; what was kept while we were away comes faster. */
const usualLimits = { perSecond: 10, burst: 50, atOnce: 4, largest: largestDelivery };

/**
 * The door for subscriptions of CloudWatch Logs, which Amazon Data Firehose delivers. It answers as
 * Firehose demands: 200 and 413 settle a delivery, after anything else Firehose sends it again, and
 * keeps it in its bucket in the end; the message stands in its error log.
 * Source: Amazon Data Firehose Developer Guide, "HTTP endpoint delivery request and response specifications".
 */
export function logRoutes(options: HttpDoorOptions, limits = usualLimits): Hono<DoorEnv> {
  const { core, logger } = options;
  const { house } = core;
  const routes = new Hono<DoorEnv>();
  const deliveries = createPushRate(house.clock, limits);
  let atWork = 0;

  async function take(request: Request, config: SubscriptionConfig): Promise<Delivery> {
    deliveries.take(config.name);
    // What is unpacked stays in memory until it is counted.
    if (atWork >= limits.atOnce) throw new AppError('rate-limited', { retryAfterSeconds: 1 });
    atWork += 1;
    try {
      const delivery = await readDelivery(request, limits.largest);
      await count(options, config, delivery);
      return delivery;
    } finally {
      atWork -= 1;
    }
  }

  routes.post('/v1/logs/:source', async (c) => {
    const sent = c.req.header('x-amz-firehose-request-id') ?? '';
    const answer = (status: 200 | 400, requestId: string, errorMessage?: string) => {
      c.header('cache-control', 'no-store');
      const said = errorMessage === undefined ? {} : { errorMessage };
      return c.json({ requestId, timestamp: house.clock.now().getTime(), ...said }, status);
    };
    let config: SubscriptionConfig | null = null;
    try {
      config = await demandSource(options, c);
      return answer(200, (await take(c.req.raw, config)).requestId);
    } catch (error) {
      const { status, why, headers = {} } = refusalOf(error);
      logger.warn({ requestId: sent, source: config?.name, status, why }, 'logs were refused');
      if (config !== null && error instanceof DoorRefusal) await note(options, config, why);
      for (const [name, value] of Object.entries(headers)) c.header(name, value);
      return answer(status as 400, sent, why);
    }
  });
  refuseOtherMethods(routes, '/v1/logs/:source', 'POST');
  return routes;
}

/**
 * The source that is delivered to, when the access key is the one that its definition names; whoever
 * has not got it does not learn which sources there are.
 * Errors: `not-signed-in`, or `rate-limited` after too many failures from one address.
 */
async function demandSource(
  { core, secret = () => undefined, signInLimit, metrics }: HttpDoorOptions,
  c: Context<DoorEnv, '/v1/logs/:source'>,
): Promise<SubscriptionConfig> {
  const name = c.req.param('source');
  const key = c.req.header('x-amz-firehose-access-key') ?? '';
  const { sources } = core.house.config();
  const found = Object.hasOwn(sources, name) ? sources[name] : undefined;
  const known = found?.kind === 'cloudwatch-logs' ? found : null;
  const ours = known === null ? '' : (secret(known.accessKeyVariable) ?? '');
  const config = await signInLimit.attempt(addressOf(c), `${name}\n${key}`, () =>
    sameSecret(key, ours) ? known : null,
  );
  if (config !== null) return config;
  metrics.countSignInFailure();
  throw new AppError('not-signed-in', {});
}

async function count(
  { core: { house }, logger }: HttpDoorOptions,
  config: SubscriptionConfig,
  { requestId, events }: Delivery,
): Promise<void> {
  await transact(house, systemPrincipal(house.clock.now()), async (tx) => {
    const { outOfTime } = await takeLines(tx, config, events);
    if (outOfTime === 0) return;
    const why = `log events older than two days, or of the future, were left out: ${outOfTime}`;
    logger.warn({ requestId, source: config.name, outOfTime }, why);
    await noteRefused(tx, config.name, why);
  });
}

async function note(
  { core: { house } }: HttpDoorOptions,
  { name }: SubscriptionConfig,
  why: string,
): Promise<void> {
  await transact(house, systemPrincipal(house.clock.now()), (tx) => noteRefused(tx, name, why));
}

/** How a refusal is told to Firehose. Errors: throws on what is none. */
function refusalOf(error: unknown): {
  readonly status: number;
  readonly why: string;
  readonly headers?: Readonly<Record<string, string>>;
} {
  if (error instanceof DoorRefusal)
    return { status: error.details.status, why: error.details.why.en };
  if (!(error instanceof AppError)) throw error;
  if (error.code !== 'rate-limited')
    return { status: 401, why: 'The access key is not good here.' };
  return { status: 429, why: 'Deliveries come too often.', headers: { 'retry-after': '1' } };
}
