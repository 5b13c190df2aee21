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

/**
 * Watches `fetch` of this page and reports what became of each request. It changes nothing that the
 * page sees, and never throws: a page must not fail because it is measured.
 */
export function startBeacon(options: BeaconOptions): Beacon {
  const { sample = 1, consent = () => true, every = 10 } = options;
  if (Math.random() >= sample) return { flush() {}, stop() {} };
  const plain = globalThis.fetch;
  const page = crypto.randomUUID();
  let waiting: Happened[] = [];
  let number = 0;
  let leaving = false;

  function flush(): void {
    const part = waiting.splice(0, most);
    if (!part.length || !consent()) return;
    const now = performance.now();
    const e = part.map(({ at, ...rest }) => ({ ...rest, a: Math.round(now - at) }));
    send(plain, options.url, { v: 1, p: page, n: number++, q: sample, e });
  }
  function note(happened: Happened): void {
    if (consent()) waiting = [...waiting.slice(1 - most), happened];
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
  const watched = watchFetch(plain, options, { note, isLeaving: () => leaving });
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

/** Text needs no leave of the other side beforehand, so it can be sent while the page goes. */
function send(plain: typeof fetch, url: string, sending: Sending): void {
  const text = JSON.stringify(sending);
  if (navigator.sendBeacon?.(url, text)) return;
  plain(url, { method: 'POST', body: text, keepalive: true, mode: 'no-cors' }).catch(() => {});
}
