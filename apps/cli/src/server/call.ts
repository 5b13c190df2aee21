import type { InputOf, OutputOf, VerbName } from '@sekisho/contract';
import { createClient, ProblemError } from '@sekisho/contract/client';
import { type ErrorClass, errorClasses } from '@sekisho/contract/errors';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import type { Server } from './find-server.ts';

const defaultSeconds = 30;
const longestSeconds = 86_400;

/** Calls a verb by name; what fails is a `Failure` with its line and exit code. */
export type Call = <Name extends VerbName>(
  name: Name,
  input: InputOf<Name>,
  idempotencyKey?: string,
) => Promise<OutputOf<Name>>;

/** Makes the function that calls verbs of one server. */
export function callerOf(host: Host, server: Server): Call {
  const seconds = secondsOf(host.env.SEKISHO_REQUEST_TIMEOUT);
  return async (name, input, idempotencyKey) => {
    const own = await server.headers();
    const client = createClient({
      baseUrl: server.url,
      fetch: async (address, init) => host.fetch(address, { ...init, redirect: 'manual' }),
      headers: () => ({ ...own, 'accept-language': host.language }),
    });
    const signal = AbortSignal.timeout(Math.ceil(seconds * 1000));
    const options = idempotencyKey === undefined ? { signal } : { signal, idempotencyKey };
    try {
      return await client.call(name, input, options);
    } catch (error) {
      throw failureOf(host, server, error, seconds);
    }
  };
}

/** As it is given, within what a timer takes; what is no length of time is as good as none. */
function secondsOf(text: string | undefined): number {
  const given = Number(text);
  return given > 0 ? Math.min(given, longestSeconds) : defaultSeconds;
}

function failureOf(host: Host, { url }: Server, error: unknown, seconds: number): Failure {
  if (error instanceof ProblemError) return problemFailure(host, url, error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return new Failure('unavailable', say(host, 'server-hangs', { url, seconds }));
  }
  if (error instanceof SyntaxError)
    return new Failure('unavailable', say(host, 'not-sekisho', { url }));
  return new Failure(
    'unavailable',
    say(host, 'server-unreachable', { url, detail: causeOf(error) }),
  );
}

function problemFailure(host: Host, url: string, { problem }: ProblemError): Failure {
  const { code, detail, fix } = problem as { readonly [Name in keyof typeof problem]: unknown };
  if (typeof code !== 'string' || typeof detail !== 'string' || typeof fix !== 'string') {
    return new Failure('unavailable', say(host, 'not-sekisho', { url }));
  }
  const kind = classOf(code, problem.status);
  if (code !== 'bug') return new Failure(kind, `${detail} ${fix}`);
  if (!problem.requestId) return new Failure(kind, say(host, 'not-sekisho', { url }));
  return new Failure(kind, say(host, 'server-bug', { detail, fix, id: problem.requestId }));
}

/** The class of a code this version knows, else what the HTTP status says. */
function classOf(code: string, status: number): ErrorClass {
  if (Object.hasOwn(errorClasses, code)) return errorClasses[code as keyof typeof errorClasses];
  const byStatus: Readonly<Record<number, ErrorClass>> = {
    400: 'bad-input',
    401: 'unauthenticated',
    403: 'refused',
    404: 'not-found',
    409: 'conflict',
    422: 'bad-input',
    429: 'rate-limited',
  };
  return code === 'bug' ? 'unavailable' : (byStatus[status] ?? 'unavailable');
}

/** The network's own word for what happened: `ECONNREFUSED` says more than "fetch failed". */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: unknown; message?: unknown } | undefined;
  return String(cause?.code ?? cause?.message ?? error.message);
}
