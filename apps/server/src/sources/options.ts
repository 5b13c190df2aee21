import type { Config } from '@sekisho/config';

/** What the adapters of sources are made with. */
export interface SourceOptions {
  readonly config: () => Config;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The value of an environment variable that a definition may name; undefined when it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** Of practice AWS; null means AWS. */
  readonly awsEndpoint: string | null;
  /** Folder that the paths of log files are relative to; null means where the server was started. */
  readonly logFolder: string | null;
}
