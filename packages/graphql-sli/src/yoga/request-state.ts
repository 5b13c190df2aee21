import type { NamedOperation } from '../operation/document-operation.ts';
import type { AskedOperation } from '../operation/finished-operation.ts';
import type { MessageGatherer } from '../operation/gather-messages.ts';

/** One operation of a request. */
export interface Member {
  /** As it stood in the request; undefined where that held null. */
  readonly asked: AskedOperation | undefined;
  /** What its document says; undefined until that was read. */
  operation: NamedOperation | undefined;
}

/** What is known of one HTTP request on its way through Yoga. */
export interface RequestState {
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  /** It came as far as GraphQL: not a preflight, a health check, a page. */
  isGraphql: boolean;
  /** What it asked for, in the order of the batch; empty until it was read. */
  readonly members: Member[];
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
    members: [],
    result: undefined,
    stream: null,
    ended: null,
    answer: null,
  };
}

/** Where they hang on Yoga's context of a request: maps of requests would cost more. */
const stateKey: unique symbol = Symbol('sekisho.sli.request');
const memberKey: unique symbol = Symbol('sekisho.sli.operation');

interface Carrier {
  [stateKey]?: RequestState;
  [memberKey]?: Member;
}

/** Hangs a state on the context that Yoga hands to every hook of one request. */
export function keepState(context: object, state: RequestState): void {
  (context as Carrier)[stateKey] = state;
}

/** The state of a context, or of the one that a member of a batch inherits from. */
export function stateOf(context: object): RequestState | undefined {
  return (context as Carrier)[stateKey];
}

/** Adds an operation to its request. Each member of a batch has a context of its own. */
export function addMember(context: object, asked: AskedOperation | null): void {
  const member: Member = { asked: asked ?? undefined, operation: undefined };
  stateOf(context)?.members.push(member);
  (context as Carrier)[memberKey] = member;
}

/** The operation that a context is of; undefined before it was added. */
export function memberOf(context: object): Member | undefined {
  return (context as Carrier)[memberKey];
}
