import { parseJson } from './parse-json.ts';
import { isObject, own } from './record.ts';
import type { GraphqlExchange } from './verdict.ts';

/** Why a line is not an exchange; the command says it in the reader's language. */
export type LineProblem =
  | 'not-json'
  | 'not-an-object'
  | 'bad-status'
  | 'no-body'
  | 'bad-body'
  | 'bad-content-type'
  | 'bad-operation'
  | 'bad-aborted';

/** An exchange, or what is wrong with the line that should hold one. */
export type ReadLine = { readonly exchange: GraphqlExchange } | { readonly problem: LineProblem };

/**
 * Reads one line `{status, contentType, body, operation?, aborted?}`; other keys are left alone.
 * `status` is a number or its three digits; null, 0 or `-` says that no response came, and so does
 * none where there is no body either.
 * `body` is the response's text; a body that was logged as JSON itself is taken as such, and it
 * may be left out only where there was no response or the client went away.
 */
export function readExchange(line: string): ReadLine {
  const parsed = parseJson(line);
  if (parsed === null) return { problem: 'not-json' };
  const { value } = parsed;
  if (!isObject(value)) return { problem: 'not-an-object' };
  const [contentType, operation] = [
    own(value, 'contentType') ?? '',
    own(value, 'operation') ?? undefined,
  ];
  const aborted = own(value, 'aborted') ?? false;
  const status = statusOf(own(value, 'status'));
  if (status === undefined) return { problem: 'bad-status' };
  if (typeof contentType !== 'string') return { problem: 'bad-content-type' };
  if (!isOperation(operation)) return { problem: 'bad-operation' };
  if (typeof aborted !== 'boolean') return { problem: 'bad-aborted' };
  const body = own(value, 'body');
  if (body === undefined && status !== null && !aborted) return { problem: 'no-body' };
  const text = textOf(body);
  if (text === null) return { problem: 'bad-body' };
  // Whoever forgot to log the status would see every response as the server's failure.
  if (text !== '' && !aborted && own(value, 'status') === undefined)
    return { problem: 'bad-status' };
  return { exchange: { status, contentType, body: text, operation, aborted } };
}

function statusOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === 0 || value === '' || value === '-')
    return null;
  const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  const fits =
    typeof number === 'number' && Number.isInteger(number) && number >= 100 && number <= 999;
  return fits ? number : undefined;
}

function isOperation(value: unknown): value is string | readonly string[] | undefined {
  if (value === undefined || typeof value === 'string') return true;
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function textOf(body: unknown): string | null {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (typeof body !== 'object') return null;
  try {
    return JSON.stringify(body);
  } catch {
    // Nested deeper than can be written; a text like it would not be read either.
    return '';
  }
}
