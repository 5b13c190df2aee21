import type { Logger } from '../logger.ts';
import type { PersonCall, PersonReply } from '../pipeline.ts';
import type { RunnerOptions } from '../runner/options.ts';
import type { Rng } from '../world.ts';

export interface PracticeGithubOptions {
  /** The port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** What a caller of `/practice/` must bring as its bearer token. */
  readonly secret: string;
  /** Where its state is kept between runs; without it, it lives in memory. */
  readonly dataDirectory?: string;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly rng?: Rng;
  readonly logger?: Logger;
  /** What its tokens name as their issuer; its own address without it. */
  readonly issuer?: string;
  /** Told of the keys that it publishes: at the start, and whenever they change. */
  readonly onKeys?: (keys: readonly object[]) => Promise<void>;
  /** Where events go, signed; without it, or while it answers null, nowhere. */
  readonly webhookUrl?: () => string | null;
  /** How jobs are run; without it they stay queued. */
  readonly runner?: RunnerOptions;
}

/** A running practice GitHub. */
export interface PracticeGithub {
  /** Its address. */
  readonly url: string;
  readonly apiUrl: string;
  readonly apiToken: string;
  readonly webhookSecret: string;
  /** Does something as a person. Errors: `Refusal`. */
  person(what: PersonCall): PersonReply;
  /** Begins a job by hand, as a runner does: where it asks for tokens, and with what. */
  beginJob(run: number, name: string): { readonly tokenUrl: string; readonly token: string };
  close(): Promise<void>;
}
