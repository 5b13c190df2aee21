import type { Job, Run } from '../state.ts';
import type { JobFolder } from './job-folder.ts';
import type { RunnerParts } from './options.ts';

/** A job to run. */
export interface JobToRun {
  readonly parts: RunnerParts;
  readonly run: Run;
  readonly job: Job;
  /** What the job asks for OIDC tokens with. */
  readonly token: string;
  /** Where the code lies. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** What a step works with. */
export interface StepTools extends JobToRun {
  readonly files: JobFolder;
  /** Prints a line into the job's log, without what was masked. */
  readonly print: (line: string) => void;
  /** Runs a program in the code's folder; answers whether it ended well. */
  readonly execute: (command: string, args: readonly string[], more?: RunMore) => Promise<boolean>;
}

interface RunMore {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly quiet?: (line: string) => void;
  /** Runs although the job is being cancelled. */
  readonly always?: boolean;
}
