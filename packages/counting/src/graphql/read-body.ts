import { type Outcome, outcomeOf } from './outcome.ts';
import { parseJson } from './parse-json.ts';
import { isObject, own } from './record.ts';
import { eventMessages, type Messages, multipartMessages } from './streams.ts';
import type { GraphqlExchange } from './verdict.ts';

/**
 * What a body holds: the outcome of one operation, or those of several; `null` stands for an
 * answer that is not in GraphQL's form.
 */
export type Body =
  | { readonly kind: 'single'; readonly outcome: Outcome | null }
  | { readonly kind: 'several'; readonly outcomes: readonly (Outcome | null)[] };

const nothing: Outcome = { data: 'present', errors: [], results: [], cutOff: false };

/** No part and no event begins like this: a proxy or a failing server answers so whatever was asked for. */
const json = /^\ufeff?\s*[[{]/;
/** A line that a stream of events can hold. https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
const event = /^\ufeff?(?:(?:data|event|id|retry)?:|(?:data|event|id|retry)[\r\n])/m;

/**
 * Reads the body of a response, by its content where that is JSON and by its type where it is a
 * stream of parts or events. A list is a batch, member by member. In graphql-sse's
 * single-connection mode the events name their operations, so they are several as well; a stream
 * that brought no event yet is an operation in good order.
 */
export function readBody({ body, contentType = '' }: GraphqlExchange): Body {
  if (!json.test(body)) {
    if (/^\s*multipart\/mixed\b/i.test(contentType)) {
      return single(outcomeOfStream(multipartMessages(body, contentType).map(unwrapped)));
    }
    const isStream = /^\s*text\/event-stream\b/i.test(contentType);
    if (isStream && (body.trim() === '' || event.test(body)))
      return readEvents(eventMessages(body));
  }
  const parsed = parseJson(body);
  if (parsed === null) return single(null);
  if (!Array.isArray(parsed.value)) return single(outcomeOf([parsed.value]));
  return { kind: 'several', outcomes: parsed.value.map((member) => outcomeOf([member])) };
}

function single(outcome: Outcome | null): Body {
  return { kind: 'single', outcome };
}

/** Apollo's subscriptions wrap each result in `payload`; an empty part keeps the connection alive. */
function unwrapped(message: Messages[number]): unknown {
  if (message === null) return null;
  const payload = own(message.value, 'payload');
  const errors = own(message.value, 'errors');
  if (payload === undefined) return message.value;
  // Errors beside the payload are the transport's, and end the subscription.
  return errors === undefined ? (payload ?? {}) : { errors };
}

function outcomeOfStream(messages: readonly unknown[]): Outcome | null {
  const results = messages.filter((message) => !isHeartbeat(message));
  if (results.length === 0) return messages.length === 0 ? null : nothing;
  return outcomeOf(results);
}

function isHeartbeat(message: unknown): boolean {
  return isObject(message) && Object.keys(message).length === 0;
}

function readEvents(events: Messages): Body {
  const messages = events.map((event) => event?.value ?? null);
  if (messages.length === 0) return single(nothing);
  if (!messages.every((message) => own(message, 'payload') !== undefined)) {
    return single(outcomeOf(messages));
  }
  const byOperation = Map.groupBy(messages, (message) => idOf(message));
  const outcomes = [...byOperation.values()].map((list) =>
    outcomeOf(list.map((message) => own(message, 'payload'))),
  );
  return { kind: 'several', outcomes };
}

function idOf(message: unknown): string {
  const id = own(message, 'id');
  return typeof id === 'string' ? id : '';
}
