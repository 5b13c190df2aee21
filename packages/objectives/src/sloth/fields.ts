import { type Path, type Report, shown } from '../problems/index.ts';
import type { Labels } from './document.ts';
import { goG32 } from './go-number.ts';
import type { QueryCheck } from './query.ts';

/** The keys of one map of a document, and where to say what is wrong with them. */
export interface Fields {
  readonly values: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly report: Report;
  /** Says what is odd, but keeps nothing from being used. */
  readonly warn: Report;
  /** How the queries in it are read; null where only their brackets are looked at. */
  readonly promql: QueryCheck | null;
  /** Whether keys may be written in letters of either case: Go's JSON reader takes them so. */
  readonly anyCase: boolean;
  /** Whether numbers and booleans may stand where text belongs; Kubernetes refuses them. */
  readonly bareText: boolean;
}

/** Takes what should be a map; reports anything else. Nothing at all is an empty map. */
export function mapIn(fields: Fields, key: string): Fields {
  return asMap(valueOf(fields, key), { ...fields, path: [...fields.path, key] });
}

/** The same for a value that is at hand. */
export function asMap(value: unknown, at: Omit<Fields, 'values'>): Fields {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap && value !== undefined && value !== null) {
    at.report('wrong-type', at.path, { expected: 'map', value: shown(value) });
  }
  return { ...at, values: isMap ? (value as Record<string, unknown>) : {} };
}

/** Each item of a list that should hold maps. */
export function mapsIn(fields: Fields, key: string): readonly Fields[] {
  const value = valueOf(fields, key);
  const path = [...fields.path, key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    fields.report('wrong-type', path, { expected: 'list', value: shown(value) });
    return [];
  }
  return value.map((item: unknown, index) => {
    const inner = { ...fields, path: [...path, index] };
    if (item === null)
      fields.report('wrong-type', inner.path, { expected: 'map', value: shown(item) });
    return asMap(item, inner);
  });
}

/** What stands under a key; undefined when nothing does. */
export function valueOf({ values, anyCase }: Fields, key: string): unknown {
  if (Object.hasOwn(values, key)) return values[key];
  if (!anyCase) return undefined;
  const others = Object.keys(values).filter((other) => other.toLowerCase() === key);
  // Go reads them in the order of their bytes, and each over the one before.
  const last = others.toSorted((one, other) => (one < other ? -1 : 1)).at(-1);
  return last === undefined ? undefined : values[last];
}

/** Whether something is written under a key. */
export function has(fields: Fields, key: string): boolean {
  const value = valueOf(fields, key);
  return value !== undefined && value !== null;
}

/** Text under a key, empty when there is none; bare numbers and booleans become text where they may. */
export function textIn(fields: Fields, key: string): string {
  const value = valueOf(fields, key);
  if (value === undefined || value === null) return '';
  const text = fields.bareText || typeof value === 'string' ? asText(value) : null;
  if (text === null) {
    const path = [...fields.path, key];
    fields.report('wrong-type', path, { expected: 'text', value: shown(value) });
  }
  return text ?? '';
}

/** Text that must be there and not be empty. */
export function neededText(fields: Fields, key: string): string {
  const before = valueOf(fields, key);
  const text = textIn(fields, key);
  const absent = before === undefined || before === null || before === '';
  if (absent) fields.report('missing', [...fields.path, key], { key });
  return text;
}

/** A number that must be there; NaN when it is not. */
export function neededNumber(fields: Fields, key: string): number {
  const value = valueOf(fields, key);
  const path = [...fields.path, key];
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (value === undefined || value === null) fields.report('missing', path, { key });
  else fields.report('wrong-type', path, { expected: 'number', value: shown(value) });
  return Number.NaN;
}

/** True or false; false when nothing is said. */
export function flagIn(fields: Fields, key: string): boolean {
  const value = valueOf(fields, key);
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) {
    const path = [...fields.path, key];
    fields.report('wrong-type', path, { expected: 'boolean', value: shown(value) });
  }
  return false;
}

/** Names and texts: labels or annotations. Empty ones are refused, as Prometheus drops them. */
export function labelsIn(fields: Fields, key: string): Labels {
  const inside = mapIn(fields, key);
  const entries = Object.keys(inside.values).map((name) => {
    if (name === '' || name === '__name__') {
      inside.report('label-name', [...inside.path, name], { value: shown(name) }, 'key');
    }
    return [name, neededText(inside, name)] as const;
  });
  return Object.fromEntries(entries);
}

/** Warns of keys that nothing reads: misspelt, or of another tool. */
export function warnUnknown(fields: Fields, known: readonly string[]): void {
  for (const key of Object.keys(fields.values)) {
    if (!known.includes(fields.anyCase ? key.toLowerCase() : key) && !known.includes(key))
      fields.warn('unknown-key', [...fields.path, key], { key, known }, 'key');
  }
}

/** A scalar as Sloth's YAML reader makes it text; null for a list or a map. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return goG32(value);
  return typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : null;
}
