import type { z } from 'zod';
import { readBounded } from './read-bounded.ts';
import { SourceError, type SourceErrorCode } from './source-error.ts';

/** How a source's HTTP API is asked. */
export interface Asking {
  /** Node's own, or what stands for it. */
  readonly fetch: typeof fetch;
  /** Milliseconds for the whole: connecting, the first byte and the last. */
  readonly timeoutMs: number;
  /** More bytes than this are not read. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  /** What a status that says failure means, where the source differs from the common meaning. */
  readonly codeOf?: (status: number, body: string) => SourceErrorCode | null;
}

/**
 * Asks an HTTP API and narrows its JSON.
 *
 * Redirects are not followed: only configured hosts are asked, and keys go to no other. Error messages
 * hold what the source said, shortened, and never a header that was sent.
 * @throws {SourceError}
 */
export async function askJson<T>(
  url: URL,
  request: RequestInit,
  schema: z.ZodType<T>,
  asking: Asking,
): Promise<T> {
  const { status, headers, body } = await exchange(url, request, asking);
  if (status < 200 || status > 299) throw failure(url, status, headers, body, asking);
  const parsed = schema.safeParse(json(url, body));
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues[0];
  const at = why === undefined ? '' : `${why.path.join('.')}: ${why.message}`;
  throw new SourceError('bad-answer', `${url.host} gave an answer of another form (${at})`);
}

interface Exchanged {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

async function exchange(url: URL, request: RequestInit, asking: Asking): Promise<Exchanged> {
  const timeout = AbortSignal.timeout(asking.timeoutMs);
  const signal = asking.signal === undefined ? timeout : AbortSignal.any([timeout, asking.signal]);
  try {
    const answer = await asking.fetch(url, { ...request, redirect: 'manual', signal });
    const { status, headers } = answer;
    return { status, headers, body: await readBounded(answer, url.host, asking.maxBytes) };
  } catch (error) {
    if (asking.signal?.aborted === true) throw asking.signal.reason;
    if (error instanceof SourceError) throw error;
    const why = timeout.aborted ? `did not answer within ${asking.timeoutMs} ms` : causeOf(error);
    throw new SourceError('unreachable', `${url.host}: ${why}`, { cause: error });
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // `fetch failed` says nothing; its cause does.
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

function failure(
  url: URL,
  status: number,
  headers: Headers,
  body: string,
  asking: Asking,
): SourceError {
  const code = asking.codeOf?.(status, body) ?? commonMeaning(status);
  const said = body.trim().slice(0, 300);
  return new SourceError(code, `${url.host} answered ${status}${said === '' ? '' : `: ${said}`}`, {
    retryAfterSeconds: retryAfter(headers),
  });
}

function commonMeaning(status: number): SourceErrorCode {
  if (status === 429) return 'limited';
  if (status === 401 || status === 403 || status === 407) return 'denied';
  if (status === 408 || status >= 500) return 'unreachable';
  return 'refused';
}

/**
 * Seconds to wait; null when nothing understandable was said. A date is left to the caller's own
 * patience: our clock and theirs may differ. `X-RateLimit-Reset` is Datadog's, in seconds from now.
 * Source: RFC 9110 section 10.2.3; Datadog API "Rate limits".
 */
function retryAfter(headers: Headers): number | null {
  const said = headers.get('retry-after') ?? headers.get('x-ratelimit-reset') ?? '';
  return /^\d{1,6}$/.test(said.trim()) ? Number(said) : null;
}

function json(url: URL, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new SourceError('bad-answer', `${url.host} gave an answer that is not JSON`, {
      cause: error,
    });
  }
}
