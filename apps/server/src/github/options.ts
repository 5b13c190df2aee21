import type { DoorLogger } from '../door-logger.ts';
import type { GithubFetch } from './ask.ts';

/** What talking to GitHub needs. */
export interface GithubOptions {
  readonly fetch: GithubFetch;
  /** The secret in an environment variable; undefined when it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: DoorLogger;
}
