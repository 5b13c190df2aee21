import type { Place } from './records.ts';

/** What one parameter of a session document takes. */
export interface DocumentParameter {
  readonly type: string;
  /** A regular expression. */
  readonly allowedPattern?: string | undefined;
  readonly default?: string | undefined;
}

/** A session document of an account and region. */
export interface SessionDocument extends Place {
  readonly name: string;
  readonly createdAt: number;
  /** JSON; absent in worlds that are older than it. */
  readonly content?: string;
  readonly parameters: Readonly<Record<string, DocumentParameter>>;
}
