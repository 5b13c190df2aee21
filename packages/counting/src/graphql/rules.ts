/** Whose fault an error is. `protocol` answers no operation; `rate-limited` is as the rules say. */
export type ErrorClass = 'user' | 'server' | 'protocol' | 'rate-limited';

/** An error that the schema returns as data, and whose fault it is. */
export interface DataErrorRule {
  /** Response keys from the root; list indices are left out and `*` stands for any one key. */
  readonly path: readonly string[];
  /** Only objects whose `__typename` fits (`*Error`: ends with it) are errors; otherwise all that is not empty. */
  readonly typename?: string;
  /** Only in this operation; in every one when unsaid. */
  readonly operation?: string;
  readonly class: 'user' | 'server';
}

/** How one service judges its responses. */
export interface GraphqlRules {
  /** Overrides by error code. Case, `-` and `_` make no difference. */
  readonly codes: ReadonlyMap<string, ErrorClass>;
  /** Whose fault being rate limited is; `excluded` counts such requests nowhere. */
  readonly rateLimited: 'client' | 'server' | 'excluded';
  /**
   * By operation (`*`: every one), the response paths without which the operation is worth
   * nothing: a server's error on one, above it or below it is bad whatever the weight.
   */
  readonly criticalPaths: ReadonlyMap<string, readonly (readonly string[])[]>;
  /**
   * How much of a partial success is good, in thousandths (0: all bad, 1000: all good). Whole
   * thousandths, because counts are exact: see `Tally`.
   */
  readonly partialGoodPerMille: number;
  /** Names of the operations known to us; all others are counted under `other`. */
  readonly operations: ReadonlySet<string>;
  /**
   * The registered operations are trusted documents: they were valid when registered, so one
   * that does not validate any more is the server's fault (its schema broke).
   */
  readonly trustedDocuments: boolean;
  readonly errorsAsData: readonly DataErrorRule[];
  /** Statuses that are the client's own error when the body is not GraphQL. */
  readonly clientStatuses: ReadonlySet<number>;
  /** What a request counts as whose client went away. */
  readonly aborted: 'excluded' | 'bad';
}

/** The rules of a service that declared none. */
export const defaultRules: GraphqlRules = {
  codes: new Map(),
  rateLimited: 'client',
  criticalPaths: new Map(),
  partialGoodPerMille: 0,
  operations: new Set(),
  trustedDocuments: false,
  errorsAsData: [],
  clientStatuses: new Set([401, 403, 429]),
  aborted: 'excluded',
};
