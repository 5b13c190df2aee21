import { Hono } from 'hono';
import { clientAddress } from '../client-address.ts';
import { readerOf } from '../reader.ts';
import { nothingHere } from '../refusals.ts';
import { verbRoutes } from './api.ts';
import { backupRoute } from './backup-route.ts';
import { ciRoutes } from './ci-routes.ts';
import { serveConsole } from './console/serve.ts';
import { eventRoutes } from './events/route.ts';
import { healthRoutes } from './health.ts';
import { demandHost } from './hosts.ts';
import { githubRoute } from './ingest/github-route.ts';
import { logRoutes } from './ingest/log-routes.ts';
import { ingestRoutes } from './ingest/routes.ts';
import { userRoutes } from './ingest/user-routes.ts';
import { gate } from './login/gate.ts';
import { loginRoutes } from './login/routes.ts';
import { openapiRoute } from './openapi/route.ts';
import type { DoorEnv, HttpDoorOptions } from './options.ts';
import { practiceRoutes } from './practice/routes.ts';
import { problemAnswer } from './problem-answer.ts';
import { apiHeaders } from './security-headers.ts';
import { createWhoAsks } from './who-asks.ts';

/**
 * Makes the HTTP door: API, events, console, health, and in practice the sign-in and practice Slack.
 * Other doors may be added to the app it answers (`app.all('/mcp', …)`): the console answers last.
 */
export function createHttpDoor(options: HttpDoorOptions): Hono<DoorEnv> {
  const { core, logger, newRequestId, practice, consoleDirectory, signInLimit: limit } = options;
  const { clientAddress: whence = clientAddress([]) } = options;
  const app = new Hono<DoorEnv>();
  const whoAsks = createWhoAsks(options, limit);
  const console = consoleDirectory === undefined ? null : serveConsole(consoleDirectory);
  app.onError((error, c) => problemAnswer(error, c, logger));
  app.use(async (c, next) => {
    const requestId = newRequestId();
    c.set('requestId', requestId);
    const peer = c.env?.incoming?.socket.remoteAddress;
    c.set('address', whence(peer, c.req.header('x-forwarded-for')));
    c.set('reader', readerOf(undefined, c.req.header('accept-language') ?? null));
    const { url } = core.house.config();
    c.header('x-request-id', requestId);
    apiHeaders(c, url);
    await next();
    // A door that was mounted answers with headers of its own alone.
    if (!c.res.headers.has('x-content-type-options')) apiHeaders(c, url);
  });
  app.route('/', healthRoutes(options));
  app.use(demandHost(options.allowedHosts));
  app.route('/api/v1/events', eventRoutes(options, whoAsks));
  app.route('/api/v1', ciRoutes(options));
  app.route('/api/v1', backupRoute(options, whoAsks));
  app.route('/api/v1', verbRoutes(options, whoAsks));
  if (options.users !== undefined) app.route('/ingest', userRoutes(options, options.users));
  app.route('/ingest', logRoutes(options));
  app.route('/ingest', githubRoute(options));
  app.route('/ingest', ingestRoutes(options));
  app.route('/api/openapi.json', openapiRoute());
  if (practice === null) app.route('/', loginRoutes(options));
  else app.route('/practice', practiceRoutes(practice, options, whoAsks, limit));
  app.notFound(async (c) => {
    const page = (practice === null ? await gate(c, options) : null) ?? (await console?.(c));
    return page ?? problemAnswer(nothingHere(c.req.path), c, logger);
  });
  return app;
}
