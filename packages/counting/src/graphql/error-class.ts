import { codeKey, knownCodes } from './known-codes.ts';
import { own } from './record.ts';
import type { ErrorClass, GraphqlRules } from './rules.ts';

/** https://github.com/apollographql/apollo-server/blob/main/packages/server/src/requestPipeline.ts */
export const badHashMessages: readonly unknown[] = [
  'provided sha does not match query',
  'Unsupported persisted query version',
];

/** What the response around an error says of it, for errors that carry no code. */
export interface Around {
  readonly status: number | null;
  readonly data: 'absent' | 'null' | 'present';
}

/** Whose fault an error is, and whether it is about the document itself. */
export interface JudgedError {
  readonly class: ErrorClass;
  readonly document: boolean;
}

/**
 * Judges one member of `errors`, from what is surest to what is left:
 * 1. the first code that the rules or a vendor's list know, wherever it is written;
 * 2. a number that is an HTTP status (`extensions.http.status` of Apollo, `extensions.status`);
 * 3. the two messages that Apollo's clients themselves go by for automatic persisted queries (two more
 *    Apollo Server writes with the code of its own failures, though the client's hash is what is wrong);
 * 4. without data and at a 4xx status, the status (a server that follows GraphQL over HTTP);
 * 5. without data and without any code, an error with `locations` and no `path`: the specification calls it a request
 *    error about the document, and "typically the fault of the requesting client";
 * 6. otherwise the server's: no code, or one that nobody has declared.
 *
 * https://spec.graphql.org/draft/#sec-Errors
 */
export function judgeError(error: unknown, around: Around, rules: GraphqlRules): JudgedError {
  const codes = codesOf(error);
  const known = codes.map((code) => fromCode(code, rules)).find((found) => found !== null);
  const document = codes.some((code) => knownCodes.get(codeKey(code))?.document === true);
  if (known === 'server' && isBadHash(error)) return { class: 'user', document: false };
  if (known !== undefined) return { class: known, document: known === 'user' && document };
  const numbered = statusesOf(error)
    .map(classOfStatus)
    .find((found) => found !== null);
  if (numbered !== undefined) return { class: numbered, document: false };
  return codes.length > 0 ? undeclared(around) : uncoded(error, around);
}

/** A code that nobody has declared: the server's, unless it answered without data that it is not. */
function undeclared({ status, data }: Around): JudgedError {
  const byStatus = data === 'present' || status === null ? null : classOfStatus(status);
  return { class: byStatus ?? 'server', document: false };
}

function uncoded(error: unknown, { status, data }: Around): JudgedError {
  const message = own(error, 'message');
  // https://www.apollographql.com/docs/apollo-server/performance/apq: clients look at the message too.
  if (message === 'PersistedQueryNotFound' || message === 'PersistedQueryNotSupported') {
    return { class: 'protocol', document: false };
  }
  const aboutDocument = data === 'absent' && isAboutDocument(error);
  const byStatus = data === 'present' || status === null ? null : classOfStatus(status);
  if (byStatus !== null) return { class: byStatus, document: aboutDocument };
  return { class: aboutDocument ? 'user' : 'server', document: aboutDocument };
}

/** A persisted query whose hash or version is wrong. Apollo Server answers 400, with the code that it gives to whatever has none. */
function isBadHash(error: unknown): boolean {
  return badHashMessages.includes(own(error, 'message'));
}

/** A place in the document and none in the response. */
function isAboutDocument(error: unknown): boolean {
  const locations = own(error, 'locations');
  const path = own(error, 'path') ?? null;
  return path === null && Array.isArray(locations) && locations.length > 0;
}

function fromCode(code: string, rules: GraphqlRules): ErrorClass | null {
  const key = codeKey(code);
  return rules.codes.get(key) ?? knownCodes.get(key)?.class ?? null;
}

/** Where servers write codes: `extensions.code` (Apollo, Hasura), `errorType` (DGS, AppSync), `classification` (graphql-java, Spring), `type` (GitHub). */
function codesOf(error: unknown): readonly string[] {
  const extensions = own(error, 'extensions');
  const classification = own(extensions, 'classification');
  return [
    own(extensions, 'code'),
    own(extensions, 'errorType'),
    // graphql-java's extended validation writes an object with its type in it.
    own(classification, 'type') ?? classification,
    own(error, 'code'),
    own(error, 'errorType'),
    own(error, 'type'),
  ].filter((code) => typeof code === 'string' && code !== '' && !/^\d+$/.test(code)) as string[];
}

function statusesOf(error: unknown): readonly number[] {
  const extensions = own(error, 'extensions');
  return [
    own(extensions, 'code'),
    own(own(extensions, 'http'), 'status'),
    own(extensions, 'status'),
    own(extensions, 'statusCode'),
    own(error, 'code'),
  ].flatMap((value) => {
    const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' ? [number] : [];
  });
}

/** Whose fault a status from 400 on is; null below that. */
function classOfStatus(status: number): ErrorClass | null {
  if (status === 429) return 'rate-limited';
  if (status >= 400 && status < 500) return 'user';
  return status >= 500 && status < 600 ? 'server' : null;
}
