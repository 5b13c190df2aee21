import type { Config, SloConfig } from '@sekisho/config';
import type { ProbeRecord } from '@sekisho/probe';

/** What the adapters of sources are made with. */
export interface SourceOptions {
  readonly config: () => Config;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The value of an environment variable that a definition may name; undefined when it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** What the probes for an SLO found so far. */
  readonly probeRecord: (slo: SloConfig) => ProbeRecord;
  /** Of one question to a source, where it shall be less than usual. */
  readonly bounds?: { readonly timeoutMs: number; readonly maxBytes: number };
  /** Of practice AWS; null means AWS. */
  readonly awsEndpoint: string | null;
  /** Folder that the paths of log files are relative to; null means where the server was started. */
  readonly logFolder: string | null;
}

/** How long one question may take, where that is bounded; to be spread into a source's own options. */
export function timeoutOf({ bounds }: SourceOptions): { readonly timeoutMs?: number } {
  return bounds === undefined ? {} : { timeoutMs: bounds.timeoutMs };
}
