import type { TextField } from '../lines/log-event.ts';

/** What an SLI counts, declared. It is data: it can be stored, hashed and compiled for other engines. */
export interface Sli {
  /** The events that the promise is about; all when unsaid. Others are left out of every count. */
  readonly filter?: Condition;
  /** The events that count for nothing although the promise is about them (health checks, clients that left). */
  readonly excludedWhen?: Condition;
  /** The events that went well; the rest is bad. */
  readonly goodWhen: Condition;
  /** Counts each route by itself, the first that fits; what fits none is `other`. */
  readonly routes?: readonly Route[];
}

export interface Route {
  readonly name: string;
  readonly when: Condition;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The status lies in one of the spans. A line without a status lies in none. */
  | { readonly status: readonly StatusSpan[] }
  /** It took longer than so many microseconds. Not known to be slow is not slow. */
  | { readonly slowerThan: number }
  /** The field fits one of the patterns. A line without the field fits none. */
  | { readonly field: TextField; readonly matches: readonly string[] };

/** HTTP statuses from one to another, both included. */
export interface StatusSpan {
  readonly from: number;
  readonly to: number;
}

/** Bad is what the server failed at (status 500 and above); nothing is excluded. */
export const defaultSli: Sli = { goodWhen: { not: { status: [{ from: 500, to: 999 }] } } };
