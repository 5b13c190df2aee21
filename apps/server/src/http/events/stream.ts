import type { EntryEvent, Feed } from './feed.ts';

interface StreamOptions {
  readonly feed: Feed;
  /** Tell entries after this number. */
  readonly after: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  readonly onEnd: () => void;
  /** A comment is sent after so long a silence, so that proxies keep the line open. */
  readonly heartbeatMs?: number;
}

/**
 * Server-sent events of the timeline from a number on. A reader that reads slowly is written to slowly:
 * nothing is kept for it but its place. A failure to read ends it, and the reader comes back.
 */
export function entryStream(options: StreamOptions): ReadableStream<Uint8Array> {
  const { feed, signal, onEnd, heartbeatMs = 15_000 } = options;
  const encoder = new TextEncoder();
  const ended = new AbortController();
  const anyEnd = AbortSignal.any([signal, ended.signal]);
  let place = options.after;
  let ring: () => void = () => undefined;
  let rung = false;
  const unfollow = feed.follow(() => {
    rung = true;
    ring();
  });
  const end = () => {
    unfollow();
    ring();
    onEnd();
  };
  if (anyEnd.aborted) end();
  else anyEnd.addEventListener('abort', end, { once: true });
  const nextRing = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, heartbeatMs);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
      if (rung || anyEnd.aborted) ring();
    });
  const nextEvents = async () => {
    rung = false;
    const events = await feed.after(place);
    if (events.length > 0 || anyEnd.aborted) return events;
    await nextRing();
    return anyEnd.aborted ? [] : feed.after(place);
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode('retry: 1000\n\n: open\n\n'));
    },
    async pull(controller) {
      const events = await nextEvents().catch((error: unknown) => {
        ended.abort();
        throw error;
      });
      if (signal.aborted) return controller.close();
      place = events.at(-1)?.number ?? place;
      const text = events.length === 0 ? ': still here\n\n' : events.map(frameOf).join('');
      controller.enqueue(encoder.encode(text));
    },
    cancel() {
      ended.abort();
    },
  });
}

function frameOf(event: EntryEvent): string {
  return `id: ${event.number}\nevent: entry\ndata: ${JSON.stringify(event)}\n\n`;
}
