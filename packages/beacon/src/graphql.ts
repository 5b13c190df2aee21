import type { Happened } from './wire.ts';

const longestBody = 1e6;

type Answer = Happened['g'];

/** Text of a GraphQL request, as far as it can be had without touching what is sent. */
export function askedText(
  target: URL,
  input: unknown,
  body: unknown,
): string | Promise<string> | undefined {
  // A file upload has its operations in a field of the form (GraphQL multipart request).
  const given = body instanceof FormData ? body.get('operations') : body;
  if (typeof given === 'string') return given;
  if (!body && input instanceof Request && input.body) {
    return input
      .clone()
      .text()
      .catch(() => '');
  }
  return JSON.stringify(Object.fromEntries(target.searchParams));
}

/** Names of the operations in the text of a request: several in a batch, empty where one has none. */
export function namesIn(text = ''): string[] {
  try {
    return [JSON.parse(text)].flat().map(({ operationName, query }) => {
      const name = operationName || /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
      return String(name ?? '').slice(0, 200);
    });
  } catch {
    return [];
  }
}

/**
 * What each GraphQL answer of a response held; the page's own copy of it is not touched. A stream
 * is not read, since it may never end: undefined stands for it.
 * Errors: rejects when the response broke off, or the page let go of it.
 */
export async function answersOf(response: Response): Promise<Answer[]> {
  const { headers } = response;
  const isStream = /multipart|event-stream/i.test(headers.get('content-type') ?? '');
  if (isStream || Number(headers.get('content-length')) > longestBody) return [undefined];
  const text = await response.clone().text();
  try {
    return [JSON.parse(text)].flat().map(answerIn);
  } catch {
    return [['?', []]];
  }
}

function answerIn({
  data,
  errors,
}: {
  data?: unknown;
  errors?: readonly unknown[] | null;
}): Answer {
  if (data === undefined && !errors?.length) return ['?', []];
  const codes = (errors ?? []).slice(0, 9).map(codeOf);
  return [data ? 'f' : data === null ? 'n' : '-', codes];
}

interface Extensions {
  readonly [key: string]: unknown;
  readonly classification?: { readonly type?: unknown };
  readonly http?: { readonly status?: unknown };
}

/** Wherever servers write codes and statuses (`judgeError` of @sekisho/counting reads the same), and `@` for a place in the document alone. */
function codeOf(error: unknown): string {
  const { extensions, path, locations, message, code, errorType, type } = (error ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const x = (extensions ?? {}) as Extensions;
  return [
    ...[x['code'], x['errorType'], x.classification?.type ?? x.classification],
    ...[code, errorType, type, x.http?.status, x['status'], x['statusCode']],
    !path && (locations as unknown[] | undefined)?.length && '@',
    String(message).startsWith('PersistedQueryNot') && message,
  ]
    .filter((part) => part && typeof part !== 'object')
    .join('|')
    .slice(0, 200);
}
