import { randomUUID } from 'node:crypto';
import {
  awsLimits,
  type Core,
  createCore,
  createDatabaseClock,
  type Order,
  probeRecord,
  randomIds,
  sharedFailures,
} from '@sekisho/core';
import type { Logger } from 'pino';
import { carryOutAlert } from './alerting/carry-out.ts';
import { type Changes, createChanges } from './changes.ts';
import { clientAddress } from './client-address.ts';
import { githubTeller } from './github/open-github.ts';
import { createHttpDoor, listen } from './http/index.ts';
import { startStoring } from './http/ingest/start-storing.ts';
import { createUsers, type Users } from './http/ingest/users.ts';
import { createMcpDoor } from './mcp/index.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Parts } from './parts.ts';
import { portsOf } from './ports-of.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { createSlackDoor, type SlackDoor } from './slack/index.ts';
import { openSources } from './sources/open-sources.ts';
import type { SourceOptions } from './sources/options.ts';
import { startProbing } from './sources/start-probing.ts';
import type { Turner } from './turner.ts';
import { startTurners } from './turners.ts';
/** A running server. */
export interface Server {
  readonly core: Core;
  readonly url: string;
  stop(): Promise<void>;
}

const engineLateMs = 60_000;

/** Wires database, domain, adapters, doors and loops, and listens. */
export async function startServer(parts: Parts): Promise<Server> {
  const { database, config, logger } = parts;
  const clock = createDatabaseClock(() => database.now());
  await clock.sync();
  const changes = createChanges();
  const stopping = new AbortController();
  const metrics = createEngineMetrics(() => core);
  const onFailure = (what: string, error: unknown) =>
    logger.warn({ what, err: error }, 'failed, and will be tried again');
  const reading = sourceOptions(parts, () => core.house);
  const sources = openSources(reading, stopping.signal);
  const sending = { fetch, secret: parts.secret, now: () => Date.now(), logger };
  const asking = { ...sending, fetch: parts.githubFetch ?? fetch };
  const core: Core = createCore({
    ...{ database, clock, config: config.current, onFailure },
    ids: randomIds,
    ports: portsOf(parts, { clock, sources, sending: asking }),
    wake: () => changes.tell(),
    // Practice is nobody's account: it has no limits to share.
    ...(parts.practice === null ? { awsLimits } : {}),
    onWithheld: (principal, verb) =>
      logger.warn({ principal, verb }, 'refused too often: not recorded for an hour'),
    onExpired: (lateSeconds) => metrics.observeRevocation(lateSeconds),
    ...(parts.probe === undefined ? {} : { probe: parts.probe }),
    ...(parts.claimSeconds === undefined ? {} : { claimSeconds: parts.claimSeconds }),
  });
  await core.begin();
  config.onChange(() => recordChange(core, logger));
  const slack = await openSlack(parts, core);
  const sendAlert = (order: Order) => carryOutAlert(core, order, sending);
  const tellers = { slack, sendAlert, tellGithub: githubTeller(core, asking) };
  const turners = startTurners(core, tellers, () => clock.sync(), logger);
  const users = createUsers(core, randomUUID);
  const storing = startStoring(users, logger);
  const probing = startProbing(core, sources.load, { onFailure, logger });
  changes.subscribe(() => turners.wake());
  const signals = { metrics, changes, users, engine: turners.engine, stopping: stopping.signal };
  const door = openDoor(parts, core, slack, signals);
  const listening = await listen(door, parts);
  logger.info({ url: listening.url }, 'ready');
  return {
    core,
    url: listening.url,
    async stop() {
      stopping.abort();
      await listening.close();
      await slack?.stop();
      await Promise.all([turners.stop(), storing.stop(), probing.stop()]);
      sources.close();
      await database.close();
    },
  };
}

function recordChange(core: Core, logger: Logger): void {
  core
    .configChanged()
    .catch((err: unknown) => logger.error({ err }, 'the change could not be recorded'));
}

/** By this machine's own clock: a minute's distance matters to no source. */
function sourceOptions(
  { config, secret, awsEndpoint, logFolder }: Parts,
  house: () => Core['house'],
): SourceOptions {
  const place = { awsEndpoint: awsEndpoint ?? null, logFolder: logFolder ?? null };
  return {
    ...{ ...place, config: config.current, secret, now: () => Date.now() },
    probeRecord: (slo) => probeRecord(house(), slo),
  };
}

async function openSlack(parts: Parts, core: Core): Promise<SlackDoor | null> {
  if (parts.slack === null) return null;
  const door = createSlackDoor({
    ...{ call: core.call, house: core.house, turnAway: core.turnAway },
    settings: parts.slack,
    baseUrl: parts.config.current().url ?? `http://${parts.host}:${parts.port}`,
    logger: parts.logger.child({ door: 'slack' }),
  });
  await door.start();
  return door;
}

function openDoor(
  parts: Parts,
  core: Core,
  slack: SlackDoor | null,
  rest: {
    metrics: Metrics;
    changes: Changes;
    users: Users;
    engine: Pick<Turner, 'turnedAt'>;
    stopping: AbortSignal;
  },
) {
  const { practice, consoleDirectory, dataDirectory, secret, logger } = parts;
  const { engine, ...signals } = rest;
  const shared = sharedFailures(core.house);
  const signInLimit = createSignInLimit({ clock: core.house.clock, shared });
  const whence = clientAddress(parts.trustedProxies ?? []);
  const door = createHttpDoor({
    ...{ core, practice, consoleDirectory, dataDirectory, secret, logger, signInLimit },
    ...signals,
    clientAddress: whence,
    allowedHosts: allowedHosts(parts),
    newRequestId: randomUUID,
    readiness: {
      database: async () => (await core.house.database.now()) instanceof Date,
      engine: () => Date.now() - (engine.turnedAt?.getTime() ?? 0) < engineLateMs,
    },
  });
  const { metrics } = rest;
  door.mount(
    '/mcp',
    createMcpDoor({
      ...{ core, logger, metrics, signInLimit, newRequestId: randomUUID },
      clientAddress: whence,
    }),
  );
  if (slack?.httpHandler) door.mount('/slack/events', slack.httpHandler);
  return door;
}

function createEngineMetrics(core: () => Core): Metrics {
  const metrics = createMetrics();
  metrics.beforeScrape(async () => {
    const { oldestDueSeconds, stuckLeases, ordersWaiting } = await core().health();
    return { oldestDueTargetSeconds: oldestDueSeconds, stuckLeases, ordersWaiting };
  });
  return metrics;
}

/** Names that a browser may call us by: a page of another name must not reach a loopback server. */
function allowedHosts({ host, port, config }: Parts): string[] {
  const local = ['127.0.0.1', 'localhost', '[::1]', host].map((name) => `${name}:${port}`);
  const { url } = config.current();
  return url === null ? local : [...local, new URL(url).host];
}
