import type { CloudScope } from '../platform/cloud-scope.ts';

/** A session as Session Manager tells of it, open or of the last thirty days. */
export interface SeenSession {
  readonly sessionId: string;
  readonly instanceId: string;
  /** ARN of the principal that opened it. */
  readonly owner: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** ISO 8601; null while it is open. */
  readonly endedAt: string | null;
  /** Session document; null for the account's own shell. */
  readonly document: string | null;
  /** What was said when it was opened; null when nothing was. */
  readonly reason: string | null;
}

/** Some bytes of an object. */
export interface ObjectPart {
  /** Fewer than were asked for only at the object's end. */
  readonly bytes: Uint8Array;
  /** Bytes of the whole object. */
  readonly size: number;
}

/** One event of a log stream. */
export interface LogEvent {
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
  readonly message: string;
}

export interface LogPage {
  readonly events: readonly LogEvent[];
  /** Of the next page; null where there is none yet. */
  readonly next: string | null;
}

/**
 * What recordings need of a cloud: it only reads. Every method makes bounded network calls and
 * throws only `CloudError`; `denied` where the role may not read, and `invalid` where the bucket
 * does not exist.
 */
export interface RecordingCloud {
  /** A page of the account's sessions, open or ended, that were begun in a span of whole seconds. */
  listSessions(
    scope: CloudScope,
    asked: {
      readonly state: 'open' | 'ended';
      /** At that moment or later. */
      readonly since: Date;
      /** Before that moment; at any without. */
      readonly until?: Date;
      readonly token: string | null;
    },
  ): Promise<{ readonly sessions: readonly SeenSession[]; readonly next: string | null }>;
  /** A session of the last thirty days that has ended; null where there is none of that id. */
  endedSession(scope: CloudScope, sessionId: string): Promise<SeenSession | null>;
  /** At most `length` bytes of an object from `from` on; null where there is no such object. */
  readObject(
    scope: CloudScope,
    asked: {
      readonly bucket: string;
      readonly key: string;
      readonly from: number;
      readonly length: number;
    },
  ): Promise<ObjectPart | null>;
  /** A page of a stream's events, the oldest first; null where there is no such stream or group. */
  readStream(
    scope: CloudScope,
    asked: {
      readonly group: string;
      readonly stream: string;
      /** Events from then on, and before `until`; all of them without. */
      readonly from?: Date;
      readonly until?: Date;
      readonly token: string | null;
    },
  ): Promise<LogPage | null>;
}
