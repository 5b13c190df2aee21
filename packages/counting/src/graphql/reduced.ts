import { badHashMessages } from './error-class.ts';
import type { Outcome } from './outcome.ts';
import { isObject, type JsonObject, own } from './record.ts';

/** Characters of a code that are looked at: see `codeKey`. */
const longestCode = 200;

/** Where codes and statuses stand in an error: what `judgeError` reads. */
const inExtensions = ['code', 'errorType', 'status', 'statusCode'];
const inError = ['code', 'errorType', 'type'];

/** Texts by which Apollo's own clients go, and those by which a wrong hash is known. */
const protocolMessages: readonly unknown[] = [
  ...['PersistedQueryNotFound', 'PersistedQueryNotSupported'],
  ...badHashMessages,
];

/**
 * One message that classifies as the outcome does and holds nothing that users wrote or were
 * answered: no data, no texts of errors. Errors that rules find in data are not in it.
 */
export function reducedMessage({ data, errors, cutOff }: Outcome): JsonObject {
  return {
    ...(data === 'absent' ? {} : { data: data === 'null' ? null : {} }),
    ...(errors.length > 0 ? { errors: errors.map(reducedError) } : {}),
    ...(cutOff ? { hasNext: true } : {}),
  };
}

/** An error with only what its judgement rests on: codes, statuses, and its place. */
export function reducedError(error: unknown): JsonObject {
  const extensions = reducedExtensions(own(error, 'extensions'));
  const path = own(error, 'path') ?? null;
  const locations = own(error, 'locations');
  const message = own(error, 'message');
  return {
    ...(protocolMessages.includes(message) ? { message } : {}),
    ...picked(error, inError),
    ...(path === null ? {} : { path: placeOf(path) }),
    ...(Array.isArray(locations) && locations.length > 0 ? { locations: [{}] } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
  };
}

/** The names on a path; what is no path stays something that is none. */
function placeOf(path: unknown): unknown {
  if (!Array.isArray(path)) return true;
  return path.filter((part) => typeof part === 'string');
}

function reducedExtensions(extensions: unknown): JsonObject {
  const classification = own(extensions, 'classification');
  const named = own(classification, 'type') ?? classification;
  const { status } = picked(own(extensions, 'http'), ['status']);
  return {
    ...picked(extensions, inExtensions),
    ...(typeof named === 'string' ? { classification: named.slice(0, longestCode) } : {}),
    ...(status === undefined ? {} : { http: { status } }),
  };
}

/** Those of the keys that hold a code or a number. */
function picked(from: unknown, keys: readonly string[]): JsonObject {
  if (!isObject(from)) return {};
  return Object.fromEntries(
    keys.flatMap((key): [string, unknown][] => {
      const value = own(from, key);
      if (typeof value === 'string') return [[key, value.slice(0, longestCode)]];
      return typeof value === 'number' ? [[key, value]] : [];
    }),
  );
}
