import type { Span } from '@sekisho/objectives/minutes';
import type { MeasuredMinute } from './measured-minute.ts';

export {
  type Counts,
  type Minute,
  minuteOf,
  msPerMinute,
  type Span,
} from '@sekisho/objectives/minutes';
export { type AlarmStretch, alarmMinutes } from './alarm-minutes.ts';
export { type Asking, askJson } from './ask-json.ts';
export { endedSpan } from './ended-span.ts';
export type { MeasuredMinute } from './measured-minute.ts';
export { SourceError, type SourceErrorCode } from './source-error.ts';
export { tellApart } from './tell-apart.ts';

/**
 * Something that has counted already, and is asked: Prometheus, CloudWatch, Datadog, a probe's
 * record, an alarm's history. Made for one SLI by its adapter.
 */
export interface MinuteSource {
  /**
   * What was measured in a span, in order of time; minutes that have not ended are left out.
   * Asking twice for the same span may answer more: late data is the normal case.
   * Errors: `SourceError`.
   */
  read(span: Span, options?: { readonly signal?: AbortSignal }): Promise<readonly MeasuredMinute[]>;
}

/** How one run of a probe went. */
export interface ProbeOutcome {
  readonly isGood: boolean;
  /** What was wrong, in stable words such as `connect ECONNREFUSED`; none when it was good. */
  readonly faults: readonly string[];
  /** Milliseconds, redirects included. */
  readonly tookMs: number;
}

/** One log object in a store, such as S3. The same key with another etag is another content. */
export interface LogObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes, as stored. */
  readonly size: number;
  readonly modified: Date;
}

/** A prefix under which log objects appear: late, repeated and out of order. */
export interface LogStore {
  /** Every object whose key comes after `after`, in order of key. Errors: `SourceError`. */
  list(prefix: string, after?: string): AsyncIterable<LogObject>;
  /** The bytes of one object, as stored. Errors: `SourceError`; `gone` when it was deleted. */
  open(object: Pick<LogObject, 'key' | 'etag'>): AsyncIterable<Uint8Array>;
}

/** A queue that tells of new log objects. */
export interface LogNotices {
  /**
   * Some notices, or none when a while passed; each is told again unless it is settled in time.
   * Errors: `SourceError`.
   */
  receive(options?: { readonly signal?: AbortSignal }): Promise<readonly LogNotice[]>;
}

export interface LogNotice {
  /** The object told of; null for a notice that is none of ours, to be settled and forgotten. */
  readonly object: Pick<LogObject, 'key' | 'etag' | 'size'> | null;
  settle(): Promise<void>;
}

/** Files on the server's own disk that grow while they are read. */
export interface LogFiles {
  /**
   * Every file that the patterns name now, and beside each those that rotation gave a longer name
   * (`access.log.1`, `access.log-20261004.gz`). Errors: `SourceError`.
   */
  list(patterns: readonly string[]): Promise<readonly TailedFile[]>;
  /**
   * The bytes of a file from a place on, up to what it has now.
   * Errors: `SourceError`; `gone` when another file, or none, lies at its path now.
   */
  read(file: TailedFile, from: number): AsyncIterable<Uint8Array>;
}

/** One file as it lies there. */
export interface TailedFile {
  /** Absolute. */
  readonly path: string;
  /** What stays when it is renamed: device and inode. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** A pattern fits it; otherwise it only lies beside one that does. */
  readonly named: boolean;
}
