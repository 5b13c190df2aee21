import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentials } from '../clients.ts';

/** How a source's AWS is reached. */
export interface AwsSourceOptions {
  readonly region: string;
  /** Of a service that speaks as AWS does, for practice and tests; none means AWS. */
  readonly endpoint?: string;
  /** Keys, or a provider of those of a role; none means the SDK's own chain. */
  readonly credentials?: AwsCredentials;
  /** Milliseconds of one call, and of the longest silence in a body. Default 20,000. */
  readonly timeoutMs?: number;
}

export const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * What the SDK's clients of sources are made with. They only read, so the SDK may try again by itself.
 * @param extraMs how much longer than others a call may be silent, such as a queue that is waited at
 */
export function clientConfig(options: AwsSourceOptions, extraMs = 0) {
  const { region, endpoint, credentials, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const silenceMs = timeoutMs + extraMs;
  return {
    region,
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: timeoutMs,
      requestTimeout: silenceMs,
      socketTimeout: silenceMs,
      throwOnRequestTimeout: true,
    }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}
