import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { guard } from '../../shell/guard.ts';
import { keepIn, loadState } from '../../shell/keep.ts';
import { initialState, type SlackSeed, userGroupsOf } from '../seed.ts';
import type { SlackState } from '../state.ts';
import { apiRoutes } from './api-routes.ts';
import type { ChangeLog } from './changes.ts';
import { changeLog } from './changes.ts';
import type { Core } from './core.ts';
import { startCore } from './core.ts';
import { dispatcher } from './dispatch.ts';
import type { PracticeSlackOptions } from './options.ts';
import { SLACK_PATIENCE } from './options.ts';
import { peopleRoutes } from './people-routes.ts';
import type { RequestUrl } from './request-url.ts';
import { requestUrl } from './request-url.ts';
import type { Sockets } from './sockets.ts';
import { openSockets } from './sockets.ts';
import { streamRoute } from './stream-route.ts';
import { startTimers } from './timers.ts';
import { transportRoutes } from './transport-routes.ts';
import { acceptUpgrades } from './upgrades.ts';

/** A running practice Slack, with what an app needs to connect to it. */
export interface PracticeSlack {
  readonly url: string;
  /** Bolt's `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly appToken: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly botUserId: string;
  /** Delivers to this URL from now on, after it proved itself; undefined goes back to sockets. */
  setRequestUrl(url: string | undefined): Promise<void>;
  /** Tells every open socket to come back on a new one. */
  refreshSockets(): void;
  close(): Promise<void>;
}

/**
 * Starts practice Slack on 127.0.0.1: the Web API, Socket Mode or signed HTTP towards the app,
 * and the people's side under `/practice/`.
 * Errors: the port is taken, the kept workspace cannot be read, the request URL is not ours.
 */
export async function startPracticeSlack(options: PracticeSlackOptions): Promise<PracticeSlack> {
  const { clock = Date.now, rng = Math.random, logger, dataDirectory } = options;
  const patience = { ...SLACK_PATIENCE, ...options.patience };
  const file = dataDirectory === undefined ? undefined : join(dataDirectory, 'slack.json');
  const kept = file === undefined ? undefined : await loadState<SlackState>(file);
  const first = withUserGroups(kept, options.seed) ?? initialState(options.seed, clock(), rng);
  const timers = startTimers();
  const log = changeLog();
  const sockets = openSockets(timers, patience.ackTimeoutMs);
  const target = requestUrl({
    secret: first.app.signingSecret,
    clock,
    timeoutMs: patience.ackTimeoutMs,
  });
  const keeper =
    file === undefined
      ? undefined
      : keepIn<SlackState>(file, (cause) =>
          logger?.warn({ err: cause }, 'practice Slack was not kept'),
        );
  keeper?.save(first);
  const core: Core = startCore({
    first,
    clock,
    rng,
    dispatch: dispatcher({
      patience,
      timers,
      send: (delivery, retry) => target.send(delivery, retry) ?? sockets.send(delivery, retry),
      acknowledge: ({ subject }, payload) =>
        core.run({ kind: 'acknowledged', subject, payload }).reply,
    }),
    changed(changes, state: SlackState) {
      log.add(changes);
      keeper?.save(state);
    },
  });
  const onDisk = () => keeper?.flush() ?? Promise.resolve();
  const listening = await listen(options, { core, log, sockets, target, onDisk });
  if (options.requestUrl !== undefined) await target.set(options.requestUrl);
  logger?.info({ url: listening.url }, 'practice Slack is listening');
  const { app } = first;
  return {
    url: listening.url,
    apiUrl: `${listening.url}/api/`,
    appToken: app.appToken,
    botToken: app.botToken,
    signingSecret: app.signingSecret,
    botUserId: app.botUser,
    setRequestUrl: (url) => target.set(url),
    refreshSockets: () => sockets.disconnect('refresh_requested'),
    async close() {
      timers.close();
      sockets.close();
      await listening.close();
      await keeper?.flush();
    },
  };
}

/** A workspace that was kept before practice had user groups gets those of its seed. */
function withUserGroups(kept: SlackState | undefined, seed: SlackSeed): SlackState | undefined {
  return kept && { userGroups: userGroupsOf(seed), ...kept };
}

interface Parts {
  readonly core: Core;
  readonly log: ChangeLog;
  readonly sockets: Sockets;
  readonly target: RequestUrl;
  /** Resolves when everything so far is on disk. */
  readonly onDisk: () => Promise<void>;
}

async function listen(options: PracticeSlackOptions, parts: Parts) {
  const { core, log, sockets, target, onDisk } = parts;
  const origin = { url: '' };
  const people = new Hono()
    .use(guard(options.secret, options.allowedHosts ?? []))
    .route(
      '/',
      peopleRoutes(core, () => origin.url),
    )
    .route('/', streamRoute(core, log))
    .route('/', transportRoutes(target, sockets));
  const routes = new Hono()
    .route(
      '/',
      apiRoutes(core, () => origin.url, onDisk),
    )
    .route('/practice', people);
  const server = createAdaptorServer({ fetch: routes.fetch });
  acceptUpgrades(server, core, sockets);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  origin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin.url,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
