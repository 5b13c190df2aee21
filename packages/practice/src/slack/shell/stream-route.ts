import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change } from '../world.ts';
import type { ChangeLog, NumberedChange } from './changes.ts';
import type { Core } from './core.ts';

/** `GET /stream?user=`: what one person could notice, as server-sent events with resumable ids. */
export function streamRoute(core: Core, log: ChangeLog): Hono {
  const routes = new Hono();
  routes.get('/stream', (c) => {
    const user = c.req.query('user') ?? '';
    const from = c.req.header('last-event-id') ?? c.req.query('after');
    return streamSSE(c, async (stream) => {
      const send = ({ number, change }: NumberedChange) => {
        if (!noticeable(core, change, user)) return;
        void stream.writeSSE({
          id: String(number),
          event: change.type,
          data: JSON.stringify(change),
        });
      };
      const stop = log.follow(send);
      const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
      if (from !== undefined) for (const entry of log.since(Number(from))) send(entry);
      await stream.writeSSE({ event: 'ready', data: '{}' });
      await ended;
      stop();
    });
  });
  return routes;
}

function noticeable(core: Core, change: Change, user: string): boolean {
  if (user === '') return true;
  if (change.user !== undefined) return change.user === user;
  const channel = core.state().channels[change.channel ?? ''];
  return channel === undefined || channel.members.includes(user);
}
