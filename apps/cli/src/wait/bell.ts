import type { Host } from '../host.ts';
import type { Call } from '../server/call.ts';
import type { Server } from '../server/find-server.ts';
import { readEvents } from './read-events.ts';

/** Something that rings when it is worth looking again. */
export interface Bell {
  /** Resolves when it rings, at the latest when it is time to look anyway or `longest` milliseconds have passed. */
  readonly wait: (longest: number) => Promise<void>;
  readonly close: () => void;
}

/** Milliseconds between looks: without events, with events (steps are not events), and at the least. */
const withoutEvents = 1000;
const withEvents = 2000;
const shortest = 100;

/**
 * Hangs a bell that rings at the server's events about a lease (`/api/v1/events?after=N`).
 * Without a stream it rings every second.
 */
export async function hangBell(
  host: Host,
  { server, call }: { readonly server: Server; readonly call: Call },
  lease: string,
): Promise<Bell> {
  const closing = new AbortController();
  let rung = false;
  let streaming = false;
  let wake: () => void = () => {};
  const ring = () => {
    rung = true;
    wake();
  };
  const after = await newestEntry(call);
  if (after !== null) {
    const stream = { host, server, lease, after, signal: closing.signal };
    const onOpen = (open: boolean) => {
      streaming = open;
    };
    void readEvents(stream, ring, onOpen);
  }
  return {
    close: () => closing.abort(),
    wait: async (longest) => {
      await host.sleep(Math.max(0, Math.min(shortest, longest)));
      if (!rung) {
        const sleeping = new AbortController();
        wake = () => sleeping.abort();
        const usual = streaming ? withEvents : withoutEvents;
        await host.sleep(Math.max(0, Math.min(usual, longest - shortest)), sleeping.signal);
      }
      rung = false;
    },
  };
}

/** Number of the newest entry, from which events are wanted; null when the caller may not know. */
async function newestEntry(call: Call): Promise<number | null> {
  try {
    const [newest] = await call('timeline.list', { limit: 1 });
    return newest?.number ?? 0;
  } catch {
    return null; // looking every second does as well
  }
}
