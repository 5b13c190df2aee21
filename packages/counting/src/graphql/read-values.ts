import { isObject, type JsonObject, own } from './record.ts';
import { type RulesPath, type RulesReport, shownValue } from './rules-report.ts';

/** Reports keys that mean nothing here. */
export function refuseUnknown(
  value: JsonObject,
  path: RulesPath,
  known: readonly string[],
  report: RulesReport,
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report('unknown-key', [...path, key], { key, known }, 'key');
  }
}

/** One of a few words; undefined when left out or wrong. */
export function readChoice<Word extends string>(
  within: JsonObject,
  path: RulesPath,
  key: string,
  options: readonly Word[],
  report: RulesReport,
): Word | undefined {
  const value = own(within, key);
  if (value === undefined) return undefined;
  const found = options.find((option) => option === value);
  if (found === undefined)
    report('not-one-of', [...path, key], { value: shownValue(value), options });
  return found;
}

/** True or false; undefined when left out or wrong. */
export function readBoolean(
  within: JsonObject,
  key: string,
  report: RulesReport,
): boolean | undefined {
  const value = own(within, key);
  if (value === undefined || typeof value === 'boolean') return value;
  report('wrong-type', [key], { expected: 'boolean', value: shownValue(value) });
  return undefined;
}

/** A group of keys; an empty one when left out or wrong. */
export function readMap(within: JsonObject, key: string, report: RulesReport): JsonObject {
  const value = own(within, key);
  if (value === undefined) return {};
  if (isObject(value)) return value;
  report('wrong-type', [key], { expected: 'map', value: shownValue(value) });
  return {};
}

/** A list; an empty one when left out or wrong. */
export function readList(
  within: JsonObject,
  path: RulesPath,
  key: string,
  report: RulesReport,
): readonly unknown[] {
  const value = own(within, key);
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  report('wrong-type', [...path, key], { expected: 'list', value: shownValue(value) });
  return [];
}

/** Text that is not empty, in a list; an empty list when it is none. */
export function readText(value: unknown, path: RulesPath, report: RulesReport): readonly string[] {
  if (typeof value === 'string' && value.trim() !== '') return [value];
  report('wrong-type', path, { expected: 'text', value: shownValue(value) });
  return [];
}

/** A response path, in a list: `checkout.payments[0].card` without its indices; an empty list when it is none. */
export function readPath(
  value: unknown,
  path: RulesPath,
  report: RulesReport,
): readonly (readonly string[])[] {
  const [text] = readText(value, path, report);
  if (text === undefined) return [];
  const parts = text
    .trim()
    .replace(/\[(?:\d+|\*)?\]/g, '')
    .split('.')
    .filter((part) => !/^\d+$/.test(part));
  if (parts.length > 0 && parts.every((part) => part !== '')) return [parts];
  report('wrong-type', path, { expected: 'text', value: shownValue(value) });
  return [];
}
