import type { Core } from '../http/core.ts';
import type { Logger } from '../logger.ts';

/** How practice's jobs are run. */
export interface RunnerOptions {
  /** Folder for what jobs check out and write. */
  readonly workDirectory: string;
  /** The GitHub Action: a program and its first words, run as GitHub runs a JavaScript action. */
  readonly action: readonly string[];
  /** Address of Sekisho, asked for when a job begins. */
  readonly sekishoUrl: () => string;
  /** Where jobs call AWS. */
  readonly awsUrl: string;
  readonly region: string;
  /** What tokens for Sekisho are made for. */
  readonly audience: string;
  /** What the apply job asks for. */
  readonly purpose: string;
  /** `PATH` of jobs; terraform and tofu are looked for in it. */
  readonly path: string;
}

/** The same, in a running GitHub. */
export interface RunnerParts extends RunnerOptions {
  readonly core: Core;
  readonly tokenUrl: () => string;
  readonly logger: Logger | undefined;
}
