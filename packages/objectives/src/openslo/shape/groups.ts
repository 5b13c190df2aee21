import { type Path, type Report, shown } from '../../problems/index.ts';
import { type Shape, unusable, type WithExtras, type Writing } from './shape.ts';
import { isMap } from './values.ts';

/** One key of an object, as a version names it. */
interface Field<T> {
  readonly key: string;
  readonly shape: Shape<T>;
  readonly required: boolean;
  /** Another name of the same key that some documents use. */
  readonly also?: string;
}

export function need<T>(key: string, shape: Shape<T>, also?: string): Field<T> {
  return { key, shape, required: true, ...(also === undefined ? {} : { also }) };
}

export function may<T>(key: string, shape: Shape<T>): Field<T> {
  return { key, shape, required: false };
}

type FieldsOf<T> = {
  readonly [Key in Exclude<keyof T, 'extras' | 'empty'>]?: Field<Exclude<T[Key], undefined>>;
};

/** A group of keys. What it does not know is kept as extras, known keys left empty are kept apart. */
export function object<T extends WithExtras>(fields: FieldsOf<T>): Shape<T> {
  const entries = Object.entries(fields) as [string, Field<unknown>][];
  const byKey = new Map(
    entries.flatMap(([name, field]) => namesOf(field).map((key) => [key, { name, field }])),
  );
  return {
    read: (raw, path, report) => readObject(raw, path, report, entries, byKey) as T,
    write: (value, path, writing) =>
      writeObject(value as Readonly<Record<string, unknown>>, path, writing, entries),
  };
}

type Known = ReadonlyMap<string, { readonly name: string; readonly field: Field<unknown> }>;
type Entries = readonly (readonly [string, Field<unknown>])[];

function namesOf(field: Field<unknown>): string[] {
  return field.also === undefined ? [field.key] : [field.key, field.also];
}

function readObject(raw: unknown, path: Path, report: Report, entries: Entries, known: Known) {
  if (!isMap(raw)) {
    report('wrong-type', path, { expected: 'map', value: shown(raw) });
    return unusable();
  }
  const read: [string, unknown][] = [];
  const extras: [string, unknown][] = [];
  const empty: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const found = known.get(key);
    const taken = found !== undefined && read.some(([name]) => name === found.name);
    if (found === undefined || taken) extras.push([key, value]);
    else if (value === null) empty.push(key);
    else read.push([found.name, found.field.shape.read(value, [...path, key], report)]);
  }
  for (const [name, field] of entries) {
    const missing = field.required && !read.some(([there]) => there === name);
    if (missing) report('missing', [...path, field.key], { key: field.key });
  }
  if (extras.length > 0) read.push(['extras', Object.fromEntries(extras)]);
  if (empty.length > 0) read.push(['empty', empty]);
  return Object.fromEntries(read);
}

function writeObject(
  value: Readonly<Record<string, unknown>>,
  path: Path,
  writing: Writing,
  entries: Entries,
) {
  const out: [string, unknown][] = [];
  for (const [name, { key, shape }] of entries) {
    const inner = value[name];
    if (inner !== undefined) out.push([key, shape.write(inner, [...path, key], writing)]);
  }
  for (const [key, extra] of Object.entries((value as WithExtras).extras ?? {})) {
    if (out.some(([there]) => there === key)) {
      writing.crowdedOut([...path, key]);
      continue;
    }
    out.push([key, extra]);
    const known = entries.map(([, field]) => field.key);
    writing.kept([...path, key], known);
  }
  const { empty = [] } = value as WithExtras;
  for (const key of writing.asRead ? empty : []) out.push([key, null]);
  return Object.fromEntries(out);
}

/** A list of such things. */
export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    read: (raw, path, report) => {
      if (Array.isArray(raw)) {
        return raw.map((item, index) => shape.read(item, [...path, index], report));
      }
      report('wrong-type', path, { expected: 'list', value: shown(raw) });
      return unusable();
    },
    write: (value, path, writing) =>
      value.map((item, index) => shape.write(item, [...path, index], writing)),
  };
}

/** Keys that people choose, each with such a value. */
export function mapOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    read: (raw, path, report) => {
      if (isMap(raw)) {
        const entries = Object.entries(raw);
        return Object.fromEntries(
          entries.map(([key, value]) => [key, shape.read(value, [...path, key], report)]),
        );
      }
      report('wrong-type', path, { expected: 'map', value: shown(raw) });
      return unusable();
    },
    write: (value) => value,
  };
}
