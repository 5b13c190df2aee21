import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { guard } from '../../shell/guard.ts';
import { keepIn, loadState } from '../../shell/keep.ts';
import { keysOf } from '../keys-of.ts';
import { startRunner } from '../runner/runner.ts';
import { initialState } from '../seed.ts';
import type { GithubState } from '../state.ts';
import { type Core, newSigningKey, sendEvent, startCore } from './core.ts';
import { issuerRoutes, tokenPath } from './issuer-routes.ts';
import type { PracticeGithub, PracticeGithubOptions } from './options.ts';
import { peopleRoutes } from './people-routes.ts';
import { restRoutes } from './rest-routes.ts';

/**
 * Starts practice GitHub on 127.0.0.1: an OIDC issuer, the REST API under `/api/v3`, the people's side
 * under `/practice/`, and, where it is told how, a runner of jobs.
 * Errors: the port is taken, the kept state cannot be read.
 */
export async function startPracticeGithub(options: PracticeGithubOptions): Promise<PracticeGithub> {
  const { clock = Date.now, rng = Math.random, logger, dataDirectory, webhookUrl } = options;
  const file = dataDirectory === undefined ? undefined : join(dataDirectory, 'github.json');
  const kept = file === undefined ? undefined : await loadState<GithubState>(file);
  const first = kept ?? initialState(newSigningKey(), rng);
  const unkept = (err: unknown) => logger?.warn({ err }, 'practice GitHub was not kept');
  const keeper = file === undefined ? undefined : keepIn<GithubState>(file, unkept);
  keeper?.save(first);
  const origin = { url: '' };
  const issuer = () => options.issuer ?? origin.url;
  const tellKeys = async ({ keys }: GithubState) =>
    options
      .onKeys?.(keysOf(keys))
      .catch((err: unknown) => logger?.warn({ err }, 'nobody took the keys of practice GitHub'));
  const core = startCore({
    ...{ first, clock, rng, issuer },
    changed(state, before) {
      keeper?.save(state);
      if (state.keys !== before.keys) void tellKeys(state);
    },
    deliver(delivery, { webhookSecret }) {
      const url = webhookUrl?.() ?? null;
      if (url === null) return;
      sendEvent(url, webhookSecret, delivery).catch((err: unknown) =>
        logger?.warn({ err }, 'an event of practice GitHub was not taken'),
      );
    },
  });
  const asking = () => `${origin.url}${tokenPath}?api-version=2.0`;
  const runner = options.runner
    ? startRunner({ ...options.runner, core, tokenUrl: asking, logger })
    : null;
  const routes = new Hono()
    .route(
      '/',
      issuerRoutes(core, () => origin.url, issuer),
    )
    .route('/', restRoutes(core))
    .route(
      '/practice',
      new Hono().use(guard(options.secret, [])).route('/', peopleRoutes(core, runner)),
    );
  const listening = await listen(routes, options.port);
  origin.url = listening.url;
  await tellKeys(core.state());
  logger?.info({ url: listening.url }, 'practice GitHub is listening');
  return {
    ...handed(core, listening.url, asking),
    async close() {
      await runner?.stop();
      await listening.close();
      await keeper?.flush();
    },
  };
}

function handed(core: Core, url: string, tokenUrl: () => string) {
  const { apiToken, webhookSecret } = core.state();
  return {
    ...{ url, apiUrl: `${url}/api/v3`, apiToken, webhookSecret },
    person: (what: Parameters<PracticeGithub['person']>[0]) => core.run({ kind: 'person', what }),
    beginJob(run: number, name: string) {
      const job = core
        .state()
        .runs.find(({ id }) => id === run)
        ?.jobs.find((j) => j.name === name);
      const what = { act: 'begin', run, job: job?.id ?? 0 } as const;
      return { tokenUrl: tokenUrl(), token: core.run({ kind: 'runner', what }).token };
    },
  };
}

async function listen(routes: Hono, port: number) {
  const server = createAdaptorServer({ fetch: routes.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
