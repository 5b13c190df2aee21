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
  /** The operation of a document that was read last: the one, unless it is a batch. */
  lastOperation: NamedOperation | null;
  /** The operation behind each result of a batch. */
  readonly byResult: Map<unknown, NamedOperation>;
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
    lastOperation: null,
    byResult: new Map(),
    result: undefined,
    stream: null,
    ended: null,
    answer: null,
  };
}
