import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { rootCertificates, TLSSocket } from 'node:tls';
import { readBody } from './read-body.ts';
import type { FailedPhase, ProbeTarget } from './run.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A resolved address to connect to, whatever the name means a moment later. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface Exchange {
  readonly url: URL;
  readonly address: Address;
  readonly target: ProbeTarget;
  readonly headers: Readonly<Record<string, string>>;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
  readonly certificateEnds: number | null;
}

/** Ended in a phase, with Node's code. */
export class ExchangeError extends Error {
  readonly phase: FailedPhase;
  readonly code: string;

  constructor(phase: FailedPhase, code: string, cause?: unknown) {
    super(`${phase}: ${code}`, { cause });
    this.phase = phase;
    this.code = code;
  }
}

/** One request on a connection of its own, and its answer. @throws {ExchangeError} */
export async function exchange(order: Exchange): Promise<HttpAnswer> {
  const progress: { phase: FailedPhase; ends: number | null } = { phase: 'connect', ends: null };
  let request: ClientRequest | undefined;
  try {
    request = open(order);
    follow(request, order, progress);
    const response = await answerTo(request);
    order.watch.mark('firstByte');
    progress.phase = 'body';
    const body = await readBody(response, order.target.maxBytes ?? 65_536);
    return {
      status: response.statusCode ?? 0,
      location: response.headers.location ?? null,
      body,
      certificateEnds: progress.ends,
    };
  } catch (error) {
    const code = order.signal.aborted ? 'timeout' : codeOf(error);
    throw new ExchangeError(progress.phase, code, error);
  } finally {
    request?.destroy();
  }
}

function open({ url, address, target, headers, signal }: Exchange): ClientRequest {
  const lookup: LookupFunction = (_, { all }, done) =>
    all === true ? done(null, [address]) : done(null, address.address, address.family);
  const options = {
    method: target.method ?? 'GET',
    // The bytes are judged as they are, and every run pays for its own connection.
    headers: { 'user-agent': 'sekisho-probe', 'accept-encoding': 'identity', ...headers },
    agent: false,
    lookup,
    signal,
  };
  if (url.protocol !== 'https:') return httpRequest(url, options).end();
  const ca = target.ca === undefined ? {} : { ca: [...rootCertificates, target.ca] };
  return httpsRequest(url, { ...options, ...ca }).end();
}

/** Marks the phases as the socket goes through them. */
function follow(
  request: ClientRequest,
  { watch, url }: Exchange,
  progress: { phase: FailedPhase; ends: number | null },
): void {
  const isTls = url.protocol === 'https:';
  request.once('socket', (socket) => {
    socket.once('connect', () => {
      watch.mark('connect');
      progress.phase = isTls ? 'tls' : 'first-byte';
    });
    socket.once('secureConnect', () => {
      watch.mark('tls');
      progress.phase = 'first-byte';
      if (socket instanceof TLSSocket) progress.ends = endOf(socket.getPeerCertificate().valid_to);
    });
  });
}

function endOf(text: string | undefined): number | null {
  const ends = Date.parse(text ?? '');
  return Number.isNaN(ends) ? null : ends;
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.once('response', resolve);
  // Stays, since an error may still come when nobody waits any more.
  request.on('error', reject);
  request.once('upgrade', (_, socket) => {
    socket.destroy();
    reject(new Error('upgraded'));
  });
  request.once('close', () => reject(new Error('closed')));
  return promise;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : error.message.slice(0, 100);
}
