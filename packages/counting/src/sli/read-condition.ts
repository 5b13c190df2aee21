import { type TextField, textFields } from '../lines/log-event.ts';
import type { Condition } from './declaration.ts';
import { readLatency, readSpan } from './read-scalars.ts';
import { type SliPath, type SliReport, shownValue } from './sli-problem.ts';

const keys = ['all', 'any', 'not', 'status', 'slowerThan', ...textFields] as const;
const deepest = 32;
/** More than anyone writes, and few enough to compile at once. */
const mostItems = 1000;
const longestPattern = 1000;

/** A group of keys, and nothing else. */
export type Group = Readonly<Record<string, unknown>>;

export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a condition. Several keys in one group must all hold: `{ path: /api/*, method: GET }`.
 * @returns null when anything of it is wrong; that is reported
 */
export function readCondition(value: unknown, path: SliPath, report: SliReport): Condition | null {
  if (path.length > deepest) {
    report('too-deep', path, {});
    return null;
  }
  if (!isGroup(value)) {
    report('wrong-type', path, { expected: 'map', value: shownValue(value) });
    return null;
  }
  const given = Object.keys(value);
  if (given.length === 0) report('none-given', path, { options: keys });
  const parts = given.map((key) => readPart(key, value[key], [...path, key], report));
  const sound = parts.filter((part) => part !== null);
  const [only] = sound;
  if (only === undefined || sound.length < given.length) return null;
  return sound.length === 1 ? only : { all: sound };
}

function readPart(key: string, value: unknown, path: SliPath, report: SliReport): Condition | null {
  if (key === 'all' || key === 'any') {
    const parts = readParts(value, path, report);
    if (parts === null) return null;
    return key === 'all' ? { all: parts } : { any: parts };
  }
  if (key === 'not') {
    const inside = readCondition(value, path, report);
    return inside === null ? null : { not: inside };
  }
  if (key === 'status') return readStatus(value, path, report);
  if (key === 'slowerThan') return readSlower(value, path, report);
  if (isTextField(key)) return readMatches(key, value, path, report);
  report('unknown-key', path, { key, known: keys }, 'key');
  return null;
}

function isTextField(key: string): key is TextField {
  return (textFields as readonly string[]).includes(key);
}

/** A list of conditions; an empty one is one too: `all: []` always holds. */
function readParts(value: unknown, path: SliPath, report: SliReport): readonly Condition[] | null {
  if (!Array.isArray(value)) {
    report('wrong-type', path, { expected: 'list', value: shownValue(value) });
    return null;
  }
  if (!isCount(value.length, 0, path, report)) return null;
  const parts = value.map((item: unknown, index) => readCondition(item, [...path, index], report));
  const sound = parts.filter((part) => part !== null);
  return sound.length === parts.length ? sound : null;
}

function readStatus(value: unknown, path: SliPath, report: SliReport): Condition | null {
  const items = readItems(value, path, report, (item, at) => {
    const span = readSpan(item);
    if (span === null) report('bad-status', at, { value: shownValue(item) });
    return span;
  });
  return items === null ? null : { status: items };
}

function readSlower(value: unknown, path: SliPath, report: SliReport): Condition | null {
  const slowerThan = readLatency(value);
  if (slowerThan !== null) return { slowerThan };
  report('bad-latency', path, { value: shownValue(value) });
  return null;
}

function readMatches(
  field: TextField,
  value: unknown,
  path: SliPath,
  report: SliReport,
): Condition | null {
  const matches = readItems(value, path, report, (item, at) => {
    if (typeof item !== 'string' || item === '') {
      report('wrong-type', at, { expected: 'text', value: shownValue(item) });
      return null;
    }
    if (item.length <= longestPattern) return item;
    report('too-long', at, { length: item.length, maximum: longestPattern });
    return null;
  });
  return matches === null ? null : { field, matches };
}

/** One thing, or a list of them. */
function readItems<Item>(
  value: unknown,
  path: SliPath,
  report: SliReport,
  read: (item: unknown, path: SliPath) => Item | null,
): readonly Item[] | null {
  if (!Array.isArray(value)) {
    const item = read(value, path);
    return item === null ? null : [item];
  }
  if (!isCount(value.length, 1, path, report)) return null;
  const items = value.map((item: unknown, index) => read(item, [...path, index]));
  const sound = items.filter((item) => item !== null);
  return sound.length === items.length ? (sound as readonly Item[]) : null;
}

/** Whether a list is of a length that can be meant; reported when not. */
export function isCount(count: number, minimum: number, path: SliPath, report: SliReport): boolean {
  if (count >= minimum && count <= mostItems) return true;
  report('wrong-count', path, { count, minimum, maximum: mostItems });
  return false;
}
