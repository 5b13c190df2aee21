import type { Outcome, Verdict } from '@sekisho/counting/graphql';

/** GraphQL's three kinds of operations. */
export type OperationType = 'query' | 'mutation' | 'subscription';

/** What a client asked for, as it stood in its request. */
export interface AskedOperation {
  readonly operationName?: string | null | undefined;
  readonly query?: string | null | undefined;
  readonly extensions?: unknown;
}

/** One operation when its answer is ready (or its client gone), as a server's plug-in saw it. */
export interface FinishedOperation {
  /** HTTP status; null when no response was made. */
  readonly status: number | null;
  /** The messages that answered it, as objects that JSON can be made of; null when the body is not GraphQL's. */
  readonly messages: readonly unknown[] | null;
  /** The response has no body at all. */
  readonly isEmpty?: boolean;
  /** Undefined when it has none, or when the document could not be read and none was asked for. */
  readonly name: string | undefined;
  readonly type: OperationType | undefined;
  readonly asked?: AskedOperation | undefined;
  readonly aborted: boolean;
  /** From the request's arrival to the answer, in milliseconds; null where the server does not tell. */
  readonly durationMs: number | null;
}

/** A judged operation, as sinks get it. */
export interface OperationRecord extends Omit<FinishedOperation, 'messages' | 'asked'> {
  /** When the answer was ready, in milliseconds since 1970. */
  readonly at: number;
  /** The name if the registry has it, otherwise `other` or `unnamed`: bounded, so fit for a label. */
  readonly label: string;
  readonly verdict: Verdict;
  /** What the answer held; null when it was not GraphQL's. */
  readonly outcome: Outcome | null;
}

/** Where records go. */
export interface Sink {
  /** Takes one record; must be quick, for it runs within the request. */
  record(record: OperationRecord): void;
  /** Lets go of what it holds, when the server stops. */
  stop?(): Promise<void>;
}
