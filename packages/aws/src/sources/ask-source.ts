import { CloudError, type CloudFailure } from '@sekisho/core/cloud';
import { SourceError, type SourceErrorCode } from '@sekisho/core/sources';
import type { z } from 'zod';
import { ask, type SendOptions } from '../ask.ts';
import { type FailureCodes, toCloudError } from '../failure.ts';

/** How one service of AWS is asked on behalf of a source. */
export interface Asking {
  /** What the service's own error codes mean. */
  readonly codes: FailureCodes;
  /** Milliseconds of one call, looking for credentials included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const meanings: Readonly<Record<CloudFailure, SourceErrorCode>> = {
  throttled: 'limited',
  capacity: 'limited',
  denied: 'denied',
  'token-mismatch': 'refused',
  'not-found': 'gone',
  conflict: 'limited',
  limit: 'refused',
  invalid: 'refused',
  'unknown-outcome': 'unreachable',
};

/**
 * Sends one SDK command that reads, and narrows its answer.
 * @throws {SourceError}
 */
export async function askSource<T>(
  { codes, timeoutMs, signal }: Asking,
  schema: z.ZodType<T>,
  send: (options: SendOptions) => Promise<unknown>,
): Promise<T> {
  // Not `AbortSignal.timeout`: that would go off later, in the middle of a body that is being read.
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  const bound = signal === undefined ? timeout.signal : AbortSignal.any([timeout.signal, signal]);
  try {
    return await ask(bound, codes, schema, send);
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    throw toSourceError(error, codes);
  } finally {
    clearTimeout(timer);
  }
}

/** Says in the words of sources why a call to AWS failed. */
export function toSourceError(error: unknown, codes: FailureCodes): SourceError {
  if (error instanceof SourceError) return error;
  const failure = error instanceof CloudError ? error : toCloudError(error, codes);
  const code = failure.vendorCode === 'UnreadableAnswer' ? 'bad-answer' : meanings[failure.failure];
  const message = `AWS: ${failure.vendorCode}: ${failure.detail.slice(0, 300)}`;
  return new SourceError(code, message, { cause: failure });
}
