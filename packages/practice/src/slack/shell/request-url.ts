import { randomUUID } from 'node:crypto';
import { isLoopback } from '../../shell/guard.ts';
import type { Delivery } from '../delivery-shape.ts';
import type { Attempt, Retry } from './dispatch.ts';
import { sendSigned, verifyUrl } from './signed-http.ts';

/** The app's request URL: where deliveries go in HTTP mode. */
export interface RequestUrl {
  /** Takes a URL that answers the challenge. Errors: not on this machine, or a wrong answer. */
  set(url: string | undefined): Promise<void>;
  /** Where deliveries go now; undefined in Socket Mode. */
  current(): string | undefined;
  /** Delivers by HTTP, or gives undefined in Socket Mode. */
  send(delivery: Delivery, retry: Retry | undefined): Promise<Attempt> | undefined;
}

interface Parts {
  readonly secret: string;
  readonly clock: () => number;
  readonly timeoutMs: number;
}

/** Starts in Socket Mode, with no request URL. */
export function requestUrl({ secret, clock, timeoutMs }: Parts): RequestUrl {
  let current: string | undefined;
  const endpoint = (url: string) => ({
    url,
    secret,
    timeoutMs,
    timestamp: Math.floor(clock() / 1000),
  });
  return {
    async set(url) {
      if (url !== undefined) {
        if (!isLoopback(url))
          throw new Error(`${url}: a request URL in practice is on this machine`);
        const ours = await verifyUrl(endpoint(url), randomUUID());
        if (!ours) throw new Error(`${url}: did not answer the url_verification challenge`);
      }
      current = url;
    },
    current: () => current,
    send: (delivery, retry) =>
      current === undefined ? undefined : sendSigned(endpoint(current), delivery, retry),
  };
}
