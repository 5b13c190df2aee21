import { fail } from './failure.ts';
import type { Json } from './state.ts';

/** True for a plain JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text argument, or an empty string. Numbers and booleans come as they would in a form. */
export function text(args: Json, name: string): string {
  const value = args[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A text argument that must be there. Errors: `invalid_arguments`, unless another code is given. */
export function required(args: Json, name: string, error = 'invalid_arguments'): string {
  const value = text(args, name);
  if (value !== '') return value;
  const messages = [`[ERROR] missing required field: ${name}`];
  return fail(error, error === 'invalid_arguments' ? { response_metadata: { messages } } : {});
}

/** A flag, in a form or in JSON. */
export function flag(args: Json, name: string): boolean {
  return ['true', '1'].includes(text(args, name));
}

/** A structured argument: an object or array, or its JSON text as forms carry it. */
export function structured(args: Json, name: string, error: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return fail(error);
  }
}

/** One page of a list, with Slack's cursor. Errors: `invalid_cursor`. */
export function page<Item>(args: Json, items: readonly Item[], most = 1000): [Item[], Json] {
  const limit = Math.min(Math.max(Number(text(args, 'limit')) || 100, 1), most);
  const cursor = text(args, 'cursor');
  const from =
    cursor === '' ? 0 : Number(/^at:(\d+)$/.exec(decode(cursor))?.[1] ?? fail('invalid_cursor'));
  const next = from + limit < items.length ? btoa(`at:${from + limit}`) : '';
  return [items.slice(from, from + limit), { response_metadata: { next_cursor: next } }];
}

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return fail('invalid_cursor');
  }
}
