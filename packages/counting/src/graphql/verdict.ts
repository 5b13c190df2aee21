/**
 * What became of one GraphQL request. The set is closed: a label of metrics is made of it.
 *
 * | class         | means                                                             | counts by default |
 * |---------------|-------------------------------------------------------------------|-------------------|
 * | `ok`          | data, and no error                                                | good              |
 * | `client`      | only the client's own errors: syntax, bad input, not allowed, …   | good, and counted beside the budget |
 * | `partial`     | data, but the server failed for some of it                        | bad (rules may give it a weight) |
 * | `failed`      | an answer in GraphQL's form, no data, and the server's fault       | bad               |
 * | `server`      | no answer at all, a timeout, or a 5xx status                      | bad               |
 * | `not-graphql` | an answer that is not in GraphQL's form                           | bad               |
 * | `protocol`    | a step of a protocol that answers no operation: a persisted query that is to be sent again in full, an upgrade to WebSocket | excluded |
 * | `aborted`     | the client went away before the answer                            | excluded          |
 */
export type GraphqlClass =
  | 'ok'
  | 'client'
  | 'partial'
  | 'failed'
  | 'server'
  | 'not-graphql'
  | 'protocol'
  | 'aborted';

/** In which column of a minute a request belongs. */
export type Counts = 'good' | 'bad' | 'excluded';

/** The verdict on one operation. */
export interface Verdict {
  readonly class: GraphqlClass;
  readonly counts: Counts;
  /**
   * Present where a rule gives partial success a weight: how much of this request is bad, in
   * thousandths. Minutes keep such requests in a count of their own (`Tally.partial`), so every
   * count stays a whole number and the weight can change without counting again.
   */
  readonly badPerMille?: number;
}

/** The verdicts on a batch, in the order of the array that answered it. */
export interface BatchVerdict {
  readonly results: readonly Verdict[];
}

/** One HTTP exchange of a GraphQL endpoint, as a log has it. */
export interface GraphqlExchange {
  /** HTTP status; null when no response came. */
  readonly status: number | null;
  readonly contentType?: string | undefined;
  /** Text of the response. */
  readonly body: string;
  /** Name of the operation; of each operation where it was a batch. */
  readonly operation?: string | readonly string[] | undefined;
  /** The client went away before the response was complete. */
  readonly aborted?: boolean | undefined;
}
