import type { Language } from '@sekisho/contract';

/** What the command line needs of the machine; only `main.ts` makes it from the real process. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  /** User id of this process; null where the system has none. */
  readonly uid: number | null;
  /** Folder of the checkout or installation that this command lives in. */
  readonly root: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newKey: () => string;
  readonly language: Language;
  /** Runs a program with this terminal as its own, in this environment or another, and answers with its exit code. */
  readonly runProgram: (
    argv: readonly string[],
    env?: Readonly<Record<string, string | undefined>>,
  ) => Promise<number>;
  /** Has a text written when the user or the system ends us before it is called off, so that it is the terminal's last. */
  readonly endWith: (text: string) => () => void;
  /** Ends this process soon, although something that was given up still holds it. */
  readonly endSoon: (exitCode: number) => void;
  /** Waits; `milliseconds` pass or the signal ends it sooner. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface Output {
  /** Resolves when the reader has taken it, so that a slow reader is not buried. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Cells in a line; 80 where nobody knows. */
  readonly columns: number;
}
