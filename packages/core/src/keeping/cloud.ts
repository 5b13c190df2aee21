import type { KeptPlace } from '@sekisho/config';

/** An object that is kept. */
export interface KeptObject {
  readonly key: string;
  /** ISO 8601, by the clock of whoever keeps it. */
  readonly at: string;
}

/** One that was kept, and that a removal or another version of it hides. */
export interface HiddenObject extends KeptObject {
  readonly version: string;
}

/** How a bucket keeps what is new in it from being removed. */
export interface KeptLock {
  /** `GOVERNANCE`: whoever may bypass it can remove; `COMPLIANCE`: nobody can. */
  readonly mode: string;
  readonly days: number;
}

/**
 * Keeps texts where nothing is written over, and looks at what is kept. Every method makes bounded
 * network calls with Sekisho's own identity and throws only `CloudError`.
 */
export interface KeepingCloud {
  /** The object below a place that came last; null where there is none. */
  newest(place: KeptPlace): Promise<KeptObject | null>;
  /**
   * What was removed, or written over, where the bucket keeps versions: newest first, the newest twenty. With
   * `newest` only under names that begin with a moment later than a day before that was kept.
   */
  hidden(place: KeptPlace, newest: KeptObject | null): Promise<readonly HiddenObject[]>;
  /**
   * The text of an object, or of a hidden version of it. Errors: `not-found`, `invalid` when it is too long
   * to be one of ours.
   */
  read(place: KeptPlace, key: string, version?: string): Promise<string>;
  /** Keeps a text under a key that nothing has yet. Errors: `conflict` when something has it. */
  write(place: KeptPlace, key: string, text: string): Promise<void>;
  /** Null where everybody who may remove objects can remove what is new. */
  lock(place: KeptPlace): Promise<KeptLock | null>;
}

/** What of it the domain is given. */
export interface KeepingPorts {
  /** Without it checkpoints are kept by hand, and nobody looks at backups. */
  readonly keeping?: KeepingCloud;
}
