import type { BeaconOptions } from './options.ts';
import { watchFetch } from './watch-fetch.ts';
import type { Happened, Sending } from './wire.ts';

export interface Beacon {
  /** Sends what there is. */
  flush(): void;
  /** Sends what there is, and gives `fetch` back as it was. */
  stop(): void;
}

/** Of a page that cannot send, the oldest are forgotten. */
const most = 200;
/** Few enough that browsers queue it and the other side takes it (64 kB each), however long the names are. */
const mostAtOnce = 50;

/**
 * Watches `fetch` of this page and reports what became of each request. It changes nothing that the
 * page sees, and never throws: a page must not fail because it is measured.
 */
export function startBeacon(options: BeaconOptions): Beacon {
  const { sample = 1, consent = () => true, every = 10 } = options;
  if (Math.random() >= sample) return { flush() {}, stop() {} };
  const plain = globalThis.fetch;
  const page = randomName();
  let waiting: Happened[] = [];
  let number = 0;
  let leaving = false;

  function agreed(): boolean {
    try {
      return consent();
    } catch {
      return false;
    }
  }
  function flush(): void {
    if (!agreed()) waiting = [];
    if (!navigator.onLine && !leaving) return;
    const now = performance.now();
    while (waiting.length) {
      const part = waiting.splice(0, mostAtOnce);
      const e = part.map(({ at, ...rest }) => ({ ...rest, a: Math.round(now - at) }));
      send(plain, options.url, { v: 1, p: page, n: number++, q: sample, e }, leaving);
    }
  }
  function note(happened: Happened): void {
    if (agreed()) waiting = [...waiting.slice(1 - most), happened];
  }
  const listeners: [string, () => void][] = [
    ['visibilitychange', () => document.visibilityState === 'hidden' && flush()],
    ['pageshow', () => (leaving = false)],
    [
      'pagehide',
      () => {
        leaving = true;
        flush();
      },
    ],
  ];
  const watched = watchFetch(plain, options, { note, agreed, isLeaving: () => leaving });
  globalThis.fetch = watched;
  for (const [name, heard] of listeners) addEventListener(name, heard, true);
  const timer = setInterval(flush, every * 1000);
  return {
    flush,
    stop() {
      clearInterval(timer);
      flush();
      for (const [name, heard] of listeners) removeEventListener(name, heard, true);
      if (globalThis.fetch === watched) globalThis.fetch = plain;
    },
  };
}

/** `randomUUID` is not to be had on pages without HTTPS. */
function randomName(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(18))];
  return bytes.map((byte) => (byte + 256).toString(16).slice(1)).join('');
}

/** Text needs no leave of the other side beforehand, so it can be sent while the page goes. */
function send(plain: typeof fetch, url: string, sending: Sending, leaving: boolean): void {
  const body = JSON.stringify(sending);
  try {
    if (navigator.sendBeacon(url, body)) return;
  } catch {}
  // What is to outlive the page shares the queue that is full, so only a page that goes asks for it.
  plain(url, { method: 'POST', body, keepalive: leaving, mode: 'no-cors' }).catch(() => {});
}
