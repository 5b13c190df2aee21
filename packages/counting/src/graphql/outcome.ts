import { isObject, type JsonObject, own } from './record.ts';

/** What the messages that answer one operation hold together. */
export interface Outcome {
  /** `data` of the result: not there, null, or an object. */
  readonly data: 'absent' | 'null' | 'present';
  readonly errors: readonly unknown[];
  /** Every `data` object, for errors that are returned as data. */
  readonly results: readonly JsonObject[];
  /** More was announced (`hasNext: true`) and never came. */
  readonly cutOff: boolean;
}

/**
 * Reads the outcome from the messages that answered one operation: one for an ordinary response,
 * several where it came in parts. Errors of deferred parts (`incremental`, `completed`) count
 * like the others; a subscription is judged whole, by all of its events.
 * Answers null when a message is not a GraphQL response: neither `data` nor errors, a `data` that
 * is not an object, `errors` that are not a list.
 *
 * https://spec.graphql.org/draft/#sec-Response-Format
 */
export function outcomeOf(messages: readonly unknown[]): Outcome | null {
  // Nearly every response is one message: what follows would cost more than judging it.
  if (messages.length === 1) return outcomeOfOne(messages[0]);
  const read = messages.map((message, index) => messageOf(message, index > 0));
  if (read.some((message) => message === null)) return null;
  const all = read as readonly MessageOutcome[];
  const states = new Set(all.map(({ data }) => data));
  return {
    data: states.has('present') ? 'present' : states.has('null') ? 'null' : 'absent',
    errors: all.flatMap(({ errors }) => errors),
    results: all.flatMap(({ results }) => results),
    cutOff: all.findLast(({ hasNext }) => hasNext !== null)?.hasNext === true,
  };
}

function outcomeOfOne(message: unknown): Outcome | null {
  const whole = dataAlone(message);
  if (whole !== null) return { data: 'present', errors: [], results: [whole], cutOff: false };
  const read = messageOf(message, false);
  if (read === null) return null;
  const { data, errors, results, hasNext } = read;
  return { data, errors, results, cutOff: hasNext === true };
}

/**
 * The data of a message that holds nothing beside it, as nearly all do; null where it may. Its keys
 * are spelled out because looking them up from a list costs more than all the rest of a judgement.
 */
function dataAlone(message: unknown): JsonObject | null {
  if (!isObject(message) || !Object.hasOwn(message, 'data')) return null;
  const { data, errors, incremental, completed, hasNext } = message;
  if (errors !== undefined || hasNext !== undefined) return null;
  if (incremental !== undefined || completed !== undefined) return null;
  return isObject(data) ? data : null;
}

interface MessageOutcome extends Omit<Outcome, 'cutOff'> {
  readonly hasNext: boolean | null;
}

function messageOf(message: unknown, later: boolean): MessageOutcome | null {
  if (!isObject(message)) return null;
  const result = resultOf(message);
  if (result === null) return null;
  const parts = [...listOf(message, 'incremental'), ...listOf(message, 'completed')];
  const deferred = parts.flatMap((part) => listOf(part, 'errors'));
  const errors = deferred.length === 0 ? result.errors : [...result.errors, ...deferred];
  const hasNext = own(message, 'hasNext');
  const says = typeof hasNext === 'boolean' ? hasNext : null;
  const incremental =
    later && (says !== null || parts.length > 0 || own(message, 'path') !== undefined);
  // An update without data takes none away: that of the first message stands.
  if (incremental && result.data !== 'present')
    return { ...result, data: 'absent', errors, hasNext: says };
  if (result.data === 'absent' && errors.length === 0) return null;
  return { ...result, errors, hasNext: says };
}

/** The plain result inside a message, without deferred parts. */
function resultOf(message: JsonObject): Omit<Outcome, 'cutOff'> | null {
  const data = own(message, 'data');
  const errors = own(message, 'errors') ?? [];
  if (!Array.isArray(errors)) return null;
  if (data === undefined) return { data: 'absent', errors, results: [] };
  if (data === null) return { data: 'null', errors, results: [] };
  return isObject(data) ? { data: 'present', errors, results: [data] } : null;
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = own(value, key);
  return Array.isArray(list) ? list : [];
}
