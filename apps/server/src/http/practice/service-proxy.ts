import { AppError } from '@sekisho/core';
import type { Handler } from 'hono';
import { readBytes } from '../../read-bytes.ts';
import { demandJsonType, largestCall } from '../../read-json.ts';
import { nothingHere } from '../../refusals.ts';
import type { DoorEnv } from '../options.ts';
import type { WhoAsks } from '../who-asks.ts';

/** A service of practice beside this server. */
interface Service {
  /** As its paths here have it: `/practice/<name>/`. */
  readonly name: string;
  readonly url: string;
  readonly secret: string;
}

const passedOn = ['accept', 'content-type', 'last-event-id'];

/** Passes a signed-in caller's request on to `/practice/*` of a service, streams included. */
export function serviceProxy(
  service: Service,
  whoAsks: WhoAsks,
  stopping: AbortSignal | undefined,
): Handler<DoorEnv> {
  return async (c) => {
    await whoAsks(c);
    const request = c.req.raw;
    const target = targetOf(service, new URL(request.url));
    const headers = new Headers({ authorization: `Bearer ${service.secret}` });
    for (const name of passedOn) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const signal = AbortSignal.any([request.signal, ...(stopping ? [stopping] : [])]);
    const writing = request.method === 'POST';
    if (writing) demandJsonType(request);
    const answer = await fetch(target, {
      method: request.method,
      headers,
      signal,
      redirect: 'manual',
      ...(writing ? { body: await readBytes(request, largestCall) } : {}),
    }).catch((error: unknown) => {
      throw new AppError('server-unreachable', { url: service.url }, error);
    });
    c.header('content-type', answer.headers.get('content-type') ?? 'application/json');
    c.header('cache-control', 'no-store');
    return c.body(answer.body === null ? '' : endingWith(answer.body), answer.status as 200);
  };
}

/** Errors: `DoorRefusal` for a path that would leave the people's side. */
function targetOf({ url: base, name }: Service, { pathname, search }: URL): URL {
  const target = new URL(pathname.replace(`/practice/${name}/`, '/practice/'), base);
  target.search = search;
  const inside = target.pathname.startsWith('/practice/') && target.origin === new URL(base).origin;
  if (!inside || /%2f|%5c|%2e/i.test(pathname)) throw nothingHere(pathname);
  return target;
}

/** The same stream, which ends instead of failing when its source is cut off: readers of events come back. */
function endingWith(source: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (next.value === undefined) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
