import type * as toolkit from '@actions/core';
import type { TokenSource } from './job-token.ts';

/** What GitHub's runner gives a step. */
export interface Runner {
  readonly core: typeof toolkit;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Null where the job may not ask for tokens. */
  readonly tokens: TokenSource | null;
  /** A folder that ends with the job. */
  readonly temp: string;
  /** File of AWS's configuration. */
  readonly awsConfig: string;
  /** Of STS; null for the region's own. */
  readonly stsEndpoint: string | null;
  /** This program, to be run again. */
  readonly program: readonly string[];
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}
