import type { Path, Report } from '../../problems/index.ts';

/** What stood in a document and is not known there; it goes out as it came in. */
export interface WithExtras {
  readonly extras?: Readonly<Record<string, unknown>>;
  /** Known keys with nothing after them (`key:`), which say nothing but stand there. */
  readonly empty?: readonly string[];
}

/** How a document is written. */
export interface Writing {
  /** The document is written as the version it was read as: empty keys stay as well. */
  readonly asRead: boolean;
  /** Told of an extra whose key means something else in this version, and so cannot stay. */
  readonly crowdedOut: (path: Path) => void;
  /** Told of an extra that stays, and of the keys that are known in its place. */
  readonly kept: (path: Path, known: readonly string[]) => void;
}

/**
 * How one version writes one thing. Reading reports what is wrong; what it then answers is not
 * to be used.
 */
export interface Shape<T> {
  readonly read: (raw: unknown, path: Path, report: Report) => T;
  readonly write: (value: T, path: Path, writing: Writing) => unknown;
}

/** The same thing held in another form: how a version's own layout becomes the common one. */
export function mapped<Inner, T>(
  inner: Shape<Inner>,
  to: (inner: Inner) => T,
  from: (value: T) => Inner,
): Shape<T> {
  return {
    read: (raw, path, report) => {
      let sound = true;
      const read = inner.read(raw, path, (...problem) => {
        sound = false;
        report(...problem);
      });
      return sound ? to(read) : unusable<T>();
    },
    write: (value, path, writing) => inner.write(from(value), path, writing),
  };
}

/** Stands where a problem was reported; nobody looks at it. */
export function unusable<T>(): T {
  return undefined as T;
}
