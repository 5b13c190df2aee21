import { CloudError, type CloudScope } from '@sekisho/core/cloud';
import type { At } from './at.ts';
import { openEngine } from './engines.ts';
import { toCloudError } from './failure.ts';
import type { DockerOpsCloudOptions } from './options.ts';

/** The bound of one port call, of which several pieces of work may have a part. */
export interface Bound {
  readonly signal: AbortSignal;
  readonly milliseconds: number;
}

/** Does work of port calls at engines. */
export interface Within {
  /** Begins the time of a port call. */
  bound(): Bound;
  /**
   * Does a piece of work within its bound, told of by its name when it fails.
   * Errors: `CloudError` alone.
   */
  do<T>(name: string, scope: CloudScope, work: (at: At) => Promise<T>, bound?: Bound): Promise<T>;
}

export function createWithin(options: DockerOpsCloudOptions): Within {
  const { installation, logger, folderOf } = options;
  const now = options.now ?? (() => new Date());
  const bound = (): Bound => {
    const milliseconds = options.requestTimeoutMs ?? 8000;
    return { milliseconds, signal: AbortSignal.timeout(milliseconds) };
  };
  return {
    bound,
    async do(name, scope, work, given = bound()) {
      const opened = async () => {
        const { docker, engine } = await openEngine(scope, folderOf);
        return work({ ...given, docker, engine, installation, now });
      };
      try {
        // Not every call of the client takes the signal, nor does the reading of certificates.
        return await Promise.race([opened(), lateness(given.signal)]);
      } catch (error) {
        const { failure, vendorCode, detail } = toCloudError(error);
        const { environment, engine } = scope;
        const facts = { call: name, environment, engine: engine?.endpoint, failure };
        logger?.warn({ ...facts, vendorCode, detail }, 'a call of a container engine failed');
        throw new CloudError(failure, vendorCode, detail, error, 'engine');
      }
    },
  };
}

/** Fails when a call has taken its time. */
function lateness(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason as Error);
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  return promise;
}
