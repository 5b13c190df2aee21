import { createBell } from './bell.ts';
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
  const bell = createBell();
  const left = new AbortController();
  const over = AbortSignal.any([signal, left.signal]);
  let place = options.after;
  const unfollow = feed.follow(bell.ring);

  const nextEvents = async (): Promise<readonly EntryEvent[]> => {
    bell.still();
    const events = await feed.after(place);
    if (events.length > 0 || over.aborted) return events;
    await bell.wait(heartbeatMs);
    return over.aborted ? [] : feed.after(place);
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        unfollow();
        bell.ring();
        onEnd();
        // Closed at once, though the reader may not be reading; one that left has closed it already.
        if (!left.signal.aborted) controller.close();
      };
      controller.enqueue(encoder.encode('retry: 1000\n\n: open\n\n'));
      if (over.aborted) end();
      else over.addEventListener('abort', end, { once: true });
    },
    async pull(controller) {
      const events = await nextEvents().catch((error: unknown) => {
        left.abort();
        throw error;
      });
      if (over.aborted) return;
      place = events.at(-1)?.number ?? place;
      const text = events.length === 0 ? ': still here\n\n' : events.map(frameOf).join('');
      controller.enqueue(encoder.encode(text));
    },
    cancel: () => left.abort(),
  });
}

function frameOf(event: EntryEvent): string {
  return `id: ${event.number}\nevent: entry\ndata: ${JSON.stringify(event)}\n\n`;
}
