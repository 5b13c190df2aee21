import { reducedError } from '@sekisho/counting/graphql';

/** Different messages of one stream that are kept; a stream has few kinds of them. */
const mostMessages = 200;

/** Collects the messages of a stream (deferred parts, events of a subscription) in bounded memory. */
export interface MessageGatherer {
  add(message: unknown): void;
  /** Messages that classify together as all those that were added. */
  messages(): readonly unknown[];
}

/**
 * Keeps of each message only what its judgement rests on, and of equal ones the last, so that a
 * subscription that runs for weeks takes no more memory than its first minute.
 * @param keepsData whether data is judged as well (rules for errors that are returned as data)
 */
export function gatherMessages(keepsData: boolean): MessageGatherer {
  let first: { readonly message: unknown } | null = null;
  const later = new Map<string, unknown>();
  return {
    add(message) {
      const reduced = reduce(message, keepsData);
      if (first === null) {
        first = { message: reduced };
        return;
      }
      const key = JSON.stringify(reduced) ?? '';
      later.delete(key);
      later.set(key, reduced);
      const [oldest] = later.keys();
      if (later.size > mostMessages && oldest !== undefined) later.delete(oldest);
    },
    messages: () => (first === null ? [] : [first.message, ...later.values()]),
  };
}

function reduce(message: unknown, keepsData: boolean): unknown {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return message;
  const { data, errors, incremental, completed, hasNext, path } = message as Readonly<
    Record<string, unknown>
  >;
  return {
    ...(data === undefined ? {} : { data: keepsData || !isRecord(data) ? data : {} }),
    ...(errors === undefined ? {} : { errors: reducedErrors(errors) }),
    ...(incremental === undefined ? {} : { incremental: reducedParts(incremental) }),
    ...(completed === undefined ? {} : { completed: reducedParts(completed) }),
    ...(hasNext === undefined ? {} : { hasNext }),
    ...(path === undefined ? {} : { path: [] }),
  };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reducedErrors(errors: unknown): unknown {
  return Array.isArray(errors) ? errors.map(reducedError) : errors;
}

/** Parts without errors are all alike, but that there was one says that the message is an update. */
function reducedParts(parts: unknown): unknown {
  if (!Array.isArray(parts) || parts.length === 0) return parts;
  const errors = parts.flatMap((part: unknown): unknown[] => {
    const list = (part as { readonly errors?: unknown } | null)?.errors;
    return Array.isArray(list) ? list.map(reducedError) : [];
  });
  return [errors.length === 0 ? {} : { errors }];
}
