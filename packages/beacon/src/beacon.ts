import { answerOf, operationOf } from './graphql.ts';
import { routeOf } from './routes.ts';
import type { Happened, Sending } from './wire.ts';

export interface BeaconOptions {
  /** Where to send: `https://sekisho.example.com/ingest/v1/beacon/SOURCE`. */
  readonly url: string;
  /** Share of page loads that report, 0 to 1; all when unsaid. */
  readonly sample?: number;
  /** Asked at every request and every sending: where it says no, nothing is kept or sent. */
  readonly consent?: () => boolean;
  /** Other origins whose requests count; requests to the page's own always do. */
  readonly origins?: readonly string[];
  /** Name of the route of a request; ids are taken out of its path when unsaid. Null: not counted. */
  readonly route?: (url: URL) => string | null;
  /** Path of the GraphQL endpoint; `/graphql` when unsaid. */
  readonly graphql?: string;
  /** Seconds between sendings; 10 when unsaid. */
  readonly every?: number;
}

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
  const { url, sample = 1, consent = () => true, graphql = '/graphql', every = 10 } = options;
  const plain = globalThis.fetch;
  if (Math.random() >= sample) return { flush() {}, stop() {} };
  const page = crypto.randomUUID();
  let waiting: Happened[] = [];
  let number = 0;
  let leaving = false;

  function flush(): void {
    const part = waiting.splice(0, most);
    if (!part.length || !consent()) return;
    const now = performance.now();
    const e = part.map(({ at, ...rest }) => ({ ...rest, a: Math.round(now - at) }));
    const sending: Sending = { v: 1, p: page, n: number++, q: sample, e };
    const text = JSON.stringify(sending);
    // Text needs no leave of the other side beforehand, so it can be sent while the page goes.
    const left = navigator.sendBeacon?.(url, text);
    if (!left)
      plain(url, { method: 'POST', body: text, keepalive: true, mode: 'no-cors' }).catch(() => {});
  }

  function note(happened: Happened): void {
    if (!consent()) return;
    waiting = [...waiting.slice(1 - most), happened];
  }

  async function watched(...given: Parameters<typeof fetch>): Promise<Response> {
    const happened = begun(given);
    try {
      const response = await plain(...given);
      if (happened) ended(happened, response);
      return response;
    } catch (error) {
      if (happened) {
        const own = abortedByPage(given, error) || leaving || !navigator.onLine;
        note({ ...happened, s: 0, d: since(happened), ...(own ? { x: 1 as const } : {}) });
      }
      throw error;
    }
  }

  function begun([input, init]: Parameters<typeof fetch>): Happened | null {
    try {
      const request = input instanceof Request ? input : null;
      const target = new URL(request ? request.url : String(input), location.href);
      const known = [location.origin, ...(options.origins ?? [])].includes(target.origin);
      const r =
        known && target.href.split('?')[0] !== url ? (options.route ?? routeOf)(target) : null;
      if (!r) return null;
      const o = target.pathname === graphql ? (operationOf(init?.body) ?? '') : undefined;
      const m = (init?.method ?? request?.method ?? 'GET').toUpperCase();
      return { at: performance.now(), r, m, s: 0, d: 0, ...(o === undefined ? {} : { o }) };
    } catch {
      return null;
    }
  }

  async function ended(happened: Happened, response: Response): Promise<void> {
    const answered = { ...happened, s: response.status, d: since(happened) };
    const g = happened.o === undefined ? undefined : await answerOf(response);
    note(g ? { ...answered, g } : answered);
  }

  const since = ({ at }: Happened) => Math.round(performance.now() - at);
  const hide = () => {
    if (document.visibilityState === 'hidden') flush();
  };
  const leave = () => {
    leaving = true;
    flush();
  };
  const back = () => {
    leaving = false;
  };
  globalThis.fetch = watched;
  addEventListener('visibilitychange', hide, true);
  addEventListener('pagehide', leave, true);
  addEventListener('pageshow', back, true);
  const timer = setInterval(flush, every * 1000);
  return {
    flush,
    stop() {
      clearInterval(timer);
      flush();
      removeEventListener('visibilitychange', hide, true);
      removeEventListener('pagehide', leave, true);
      removeEventListener('pageshow', back, true);
      if (globalThis.fetch === watched) globalThis.fetch = plain;
    },
  };
}

/** Whether the page called it off; a time limit that ran out is an answer that did not come. */
function abortedByPage([input, init]: Parameters<typeof fetch>, error: unknown): boolean {
  const signal = init?.signal ?? (input as Request).signal;
  return !!signal?.aborted && (error as Error)?.name !== 'TimeoutError';
}
