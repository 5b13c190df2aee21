import type { Host } from '../host.ts';
import type { Server } from '../server/find-server.ts';

export interface EventStream {
  readonly host: Host;
  readonly server: Server;
  /** Only events about this lease, or about none in particular, ring. */
  readonly lease: string;
  /** Number of the entry after which events are wanted. */
  readonly after: number;
  readonly signal: AbortSignal;
}

/** Milliseconds before a stream that ended is opened again. */
const pause = 500;

/**
 * Reads the server's events (server-sent events, WHATWG HTML 9.2) and rings for each that matters,
 * reconnecting where it left off until closed. Never fails: without events the caller looks by itself.
 */
export async function readEvents(
  stream: EventStream,
  ring: () => void,
  onOpen: (open: boolean) => void,
): Promise<void> {
  const { host, signal } = stream;
  let { after } = stream;
  while (!signal.aborted) {
    try {
      const body = await open(stream, after);
      if (body === null) return; // this server has no events for us
      onOpen(true);
      for await (const event of eventsOf(body)) {
        after = event.id ?? after;
        if (event.lease === null || event.lease === stream.lease) ring();
      }
    } catch {
      // The connection broke: the next one goes on after the last event.
    }
    onOpen(false);
    await host.sleep(pause, signal);
  }
}

async function open({ host, server, signal }: EventStream, after: number) {
  const response = await host.fetch(`${server.url}/api/v1/events?after=${after}`, {
    headers: { ...(await server.headers()), accept: 'text/event-stream' },
    redirect: 'manual',
    signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (response.ok && isStream) return response.body;
  await response.body?.cancel();
  if (response.status >= 500) throw new Error('the server is away for a moment');
  return null;
}

interface Told {
  readonly id: number | null;
  readonly lease: string | null;
}

async function* eventsOf(body: AsyncIterable<Uint8Array> | null): AsyncGenerator<Told> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) if (/^data/m.test(block)) yield told(block);
  }
}

function told(block: string): Told {
  const field = (name: string) =>
    [...block.matchAll(new RegExp(`^${name}: ?(.*)$`, 'gm'))].map((match) => match[1]).join('\n');
  const id = /^\d+$/.test(field('id')) ? Number(field('id')) : null;
  try {
    const data = JSON.parse(field('data')) as { readonly lease?: unknown } | null;
    return { id, lease: typeof data?.lease === 'string' ? data.lease : null };
  } catch {
    return { id, lease: null };
  }
}
