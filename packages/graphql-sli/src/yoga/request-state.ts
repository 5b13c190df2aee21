import type { GraphQLParams } from 'graphql-yoga';
import type { NamedOperation } from '../operation/document-operation.ts';
import type { AskedOperation } from '../operation/finished-operation.ts';
import type { MessageGatherer } from '../operation/gather-messages.ts';

/** What is known of one HTTP request on its way through Yoga. */
export interface RequestState {
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  /** It came as far as GraphQL: not a preflight, a health check, a page. */
  isGraphql: boolean;
  /** What it asked for, in the order of the batch; null until it was read. */
  asked: AskedOperation | readonly AskedOperation[] | null;
  /** The operation of each document that was read, in the order of the batch. */
  readonly operations: (NamedOperation | undefined)[];
  /** What Yoga is about to write; undefined when it wrote none. */
  result: unknown;
  /** The messages of a result that comes in parts. */
  stream: MessageGatherer | null;
  /** How that stream ended; null as long as it goes on. */
  ended: { readonly aborted: boolean; readonly durationMs: number } | null;
  /** The response that stream is written into; null until there is one. */
  answer: Answer | null;
}

/** What the response says of every operation in it. */
export interface Answer {
  readonly status: number;
  /** The response has no body at all. */
  readonly isEmpty: boolean;
  readonly isEventStream: boolean;
  readonly aborted: boolean;
  readonly durationMs: number;
}

export function createState(startedAt: number): RequestState {
  return {
    startedAt,
    isGraphql: false,
    asked: null,
    operations: [],
    result: undefined,
    stream: null,
    ended: null,
    answer: null,
  };
}

/** Where the state of a request hangs on Yoga's context of it: a map of requests would cost more. */
const key: unique symbol = Symbol('sekisho.sli');

interface Carrier {
  [key]?: RequestState;
}

/** Hangs a state on the context that Yoga hands to every hook of one request. */
export function keepState(context: object, state: RequestState): void {
  (context as Carrier)[key] = state;
}

/** The state of a context, or of the one that a member of a batch inherits from. */
export function stateOf(context: object): RequestState | undefined {
  return (context as Carrier)[key];
}

/**
 * Which member of a batch some parameters are; 0 when it is none. Plug-ins that put a stored
 * query in (persisted operations) make other parameters of it, which keep the extensions.
 */
export function placeOf({ asked }: RequestState, params: GraphQLParams | undefined): number {
  if (!Array.isArray(asked)) return 0;
  return (asked as readonly AskedOperation[]).findIndex(
    (each) =>
      each === params || (each.extensions !== undefined && each.extensions === params?.extensions),
  );
}
