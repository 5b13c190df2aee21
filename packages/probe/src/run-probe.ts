import { lookup as systemLookup } from 'node:dns/promises';
import { ExchangeError, exchange, type HttpAnswer } from './exchange.ts';
import { findAddress, type Lookup } from './find-address.ts';
import type { Answered, Failed, ProbeRun, ProbeTarget } from './run.ts';
import { Stopwatch } from './stopwatch.ts';

export interface ProbeSurroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that never go back. Default `performance.now`. */
  readonly clock?: () => number;
  /** Default the system's resolver. */
  readonly lookup?: Lookup;
  /** Breaks the run off, as if its time were over. */
  readonly signal?: AbortSignal | undefined;
}

const viaSystem: Lookup = async (name) =>
  (await systemLookup(name, { all: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));

/**
 * Asks a target once, and tells how it went. It never throws: whatever goes wrong is the run's outcome.
 *
 * The name is resolved once in each exchange, its addresses are judged, and the connection goes to the
 * very address that was judged.
 */
export async function runProbe(
  target: ProbeTarget,
  surroundings: ProbeSurroundings,
): Promise<ProbeRun> {
  const at = surroundings.now();
  const watch = new Stopwatch(surroundings.clock ?? (() => performance.now()));
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), target.timeoutMs ?? 10_000);
  const lookup = surroundings.lookup ?? viaSystem;
  try {
    const signal = AbortSignal.any([stop.signal, surroundings.signal ?? stop.signal]);
    const outcome = await follow(target, { watch, signal, lookup });
    return { at, phases: watch.phases(), outcome };
  } catch (error) {
    return { at, phases: watch.phases(), outcome: failureOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

interface Hop {
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
  readonly lookup: Lookup;
}

async function follow(target: ProbeTarget, hop: Hop): Promise<Answered> {
  const first = httpUrl(target.url);
  let url = first;
  for (let left = target.redirects ?? 0; ; left -= 1) {
    const headers = url.origin === first.origin ? (target.headers ?? {}) : {};
    const answer = await once(target, url, headers, hop);
    const next = nextOf(answer, url);
    if (next === null || (target.redirects ?? 0) === 0) {
      const { status, body, certificateEnds } = answer;
      return { kind: 'answered', status, body, url: url.href, certificateEnds };
    }
    if (left <= 0) throw new ExchangeError('body', 'too-many-redirects');
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      throw new ExchangeError('address', 'redirect-without-tls');
    url = next;
    hop.watch.again();
  }
}

async function once(
  target: ProbeTarget,
  url: URL,
  headers: Readonly<Record<string, string>>,
  { watch, signal, lookup }: Hop,
): Promise<HttpAnswer> {
  const address = await findAddress(url, target.reach ?? 'public', lookup, signal);
  watch.mark('dns');
  return exchange({ url, address, target, headers, watch, signal });
}

function nextOf({ status, location }: HttpAnswer, url: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  return httpUrl(URL.parse(location, url)?.href ?? '');
}

function httpUrl(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new ExchangeError('address', 'bad-url');
}

function failureOf(error: unknown): Failed {
  if (error instanceof ExchangeError)
    return { kind: 'failed', phase: error.phase, code: error.code };
  const code = error instanceof Error ? error.message.slice(0, 100) : 'unknown';
  return { kind: 'failed', phase: 'connect', code };
}
