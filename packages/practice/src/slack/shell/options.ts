import type { SlackSeed } from '../seed.ts';
import type { Rng } from '../world.ts';

/** Where practice Slack writes what it has to say; pino's loggers fit. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** How long practice Slack waits for the app, and when it tries again. */
export interface Patience {
  /** Milliseconds until a delivery counts as not acknowledged; Slack's is 3,000. */
  readonly ackTimeoutMs: number;
  /** Milliseconds before each retry; Slack's are at once, one minute, five minutes. */
  readonly retryDelaysMs: readonly number[];
  /** Slack retries events alone; `all` retries commands and interactions too. */
  readonly retry: 'events' | 'all';
}

export interface PracticeSlackOptions {
  /** The port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** What a caller of `/practice/` must bring as its bearer token. */
  readonly secret: string;
  readonly seed: SlackSeed;
  /** Where the workspace is kept between runs; without it, it lives in memory. */
  readonly dataDirectory?: string;
  /** Milliseconds since the epoch. Signatures carry this time, and Bolt checks it. */
  readonly clock?: () => number;
  readonly rng?: Rng;
  readonly logger?: Logger;
  readonly patience?: Partial<Patience>;
  /** The app's request URL: HTTP mode. Without it, Socket Mode. Loopback addresses only. */
  readonly requestUrl?: string;
  /** Host names besides the loopback ones under which `/practice/` may be asked. */
  readonly allowedHosts?: readonly string[];
}

/** Slack's own patience. Source: docs.slack.dev/apis/events-api (retries, three seconds). */
export const SLACK_PATIENCE: Patience = {
  ackTimeoutMs: 3_000,
  retryDelaysMs: [0, 60_000, 300_000],
  retry: 'events',
};
