import { isObject } from '../arguments.ts';
import type { Json } from '../state.ts';

/** Problems found so far, in Slack's own wording, each with its JSON pointer. */
export type Problems = string[];

/** Notes one problem. */
export function say(problems: Problems, at: string, what: string): void {
  problems.push(`${what} [json-pointer:${at}]`);
}

/** Checks that a value is an object and gives it back. */
export function objectAt(problems: Problems, at: string, value: unknown): Json | undefined {
  if (isObject(value)) return value;
  say(problems, at, 'must provide an object');
  return undefined;
}

/** Checks the length of a string that may be absent. */
export function checkString(
  problems: Problems,
  at: string,
  holder: Json,
  field: string,
  most: number,
): void {
  const value = holder[field];
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') say(problems, `${at}/${field}`, 'must provide a string');
  else if (value.length > most) {
    say(problems, `${at}/${field}`, `must be less than ${most + 1} characters`);
  }
}

/** Checks a list's length and gives its items back. */
export function listAt(
  problems: Problems,
  at: string,
  value: unknown,
  most: number,
): readonly unknown[] {
  if (!Array.isArray(value)) {
    say(problems, at, 'must provide an array');
    return [];
  }
  if (value.length === 0) say(problems, at, 'no fewer than 1 items allowed');
  if (value.length > most) say(problems, at, `no more than ${most} items allowed`);
  return value as unknown[];
}
