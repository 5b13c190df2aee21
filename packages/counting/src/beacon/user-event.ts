/** One request as a user's browser lived it. */
export interface UserEvent {
  /** How long before its arrival here it was made: clocks of browsers are wrong, their stopwatches are not. */
  readonly ageMs: number;
  readonly host: string;
  readonly method: string;
  /** A path without a query; of a GraphQL operation `/graphql#NAME`. */
  readonly path: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Until the answer began; null when unknown. */
  readonly latencyMs: number | null;
  /** The page let go of it, or the device was offline: it counts for nothing. */
  readonly excluded: boolean;
  readonly graphql: GraphqlAnswer | null;
  /** How many requests it stands for, where browsers report only some. */
  readonly weight: number;
}

/** What the page saw of a GraphQL answer. */
export interface GraphqlAnswer {
  readonly data: 'present' | 'null' | 'absent' | 'not-graphql';
  /** Of each error its codes and statuses, joined by `|`; `@` among them: it names a place in the document alone. */
  readonly codes: readonly string[];
}

/** Browsers may hold a report back for so long; what is older is not believed. */
export const oldestMs = 15 * 60_000;

/** The longest text that is taken of any field, in characters. */
export const longestText = 200;
