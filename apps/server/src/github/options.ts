import type { DoorLogger } from '../door-logger.ts';

/** What talking to GitHub needs. */
export interface GithubOptions {
  readonly fetch: typeof fetch;
  /** The secret in an environment variable; undefined when it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: DoorLogger;
}
