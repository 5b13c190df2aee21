import { AppError } from '@sekisho/core';
import { Hono } from 'hono';
import { wrongHeader } from '../../refusals.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import type { WhoAsks } from '../who-asks.ts';
import { createFeed } from './feed.ts';
import { entryStream } from './stream.ts';

/** A stream that lasts this long ends, and its reader comes back: a revoked token reads no longer than that. */
const longestMs = 15 * 60_000;

/** `GET ?after=N`: the timeline as server-sent events, for whoever may list it. Resumes by `Last-Event-ID`. */
export function eventRoutes(options: HttpDoorOptions, whoAsks: WhoAsks): Hono<DoorEnv> {
  const { core, metrics, mostStreams = 500 } = options;
  const stopping = options.stopping ?? new AbortController().signal;
  const feed = createFeed(options);
  const routes = new Hono<DoorEnv>();
  let open = 0;
  const count = (change: number) => {
    open += change;
    metrics.setStreams(open);
  };
  routes.get('/', async (c) => {
    // The verb itself judges whether the caller may read: roster, role, scope.
    const [newest] = await core.call('timeline.list', await whoAsks(c), { limit: 1 });
    const wanted = c.req.header('last-event-id') ?? c.req.query('after');
    const after = wanted === undefined ? (newest?.number ?? 0) : numberOf(wanted);
    if (open >= mostStreams) throw new AppError('rate-limited', { retryAfterSeconds: 10 });
    c.header('content-type', 'text/event-stream');
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    count(1);
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(longestMs)]);
    return c.body(entryStream({ feed, after, signal, onEnd: () => count(-1) }));
  });
  refuseOtherMethods(routes, '/', 'GET');
  return routes;
}

/** Errors: `DoorRefusal` for what is no entry's number. */
function numberOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw wrongHeader('Last-Event-ID', text.slice(0, 40), 'the number of an entry', '記録の番号');
}
