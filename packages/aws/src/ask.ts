import { CloudError } from '@sekisho/core/cloud';
import type { z } from 'zod';
import { type FailureCodes, toCloudError } from './failure.ts';

/** What every SDK `send` is given, so that it ends with the port call it belongs to. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/**
 * Sends one SDK command and narrows its answer.
 *
 * The signal bounds the whole, also where the SDK does not listen to it: while it looks for
 * credentials, which may come from a process or a network of their own.
 * @param signal ends the port call that this belongs to
 * @param codes what the service's error codes mean
 * @param schema what the answer must look like
 * @throws {CloudError}
 */
export async function ask<T>(
  signal: AbortSignal,
  codes: FailureCodes,
  schema: z.ZodType<T>,
  send: (options: SendOptions) => Promise<unknown>,
): Promise<T> {
  const answer = await bounded(signal, () => send({ abortSignal: signal })).catch(
    (error: unknown) => {
      throw toCloudError(error, codes);
    },
  );
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new CloudError('unknown-outcome', 'UnreadableAnswer', parsed.error.message, parsed.error);
}

async function bounded<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () =>
    reject(new CloudError('unknown-outcome', 'Timeout', 'AWS did not answer in time'));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, work()]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
