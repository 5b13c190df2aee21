import { isHidden, type Masked, unknown } from '../reading/masked.ts';
import { visibleText } from '../reading/visible.ts';

/** The value under a path of attribute names; of lists every element. Empty where there is none. */
export function valuesAt(value: Masked, path: readonly string[]): readonly Masked[] {
  const [name, ...rest] = path;
  if (value === null) return [];
  if (isList(value)) return value.flatMap((one) => valuesAt(one, path));
  if (name === undefined) return [value];
  // What hides the whole hides each part.
  if (isHidden(value) || value === unknown) return [value];
  return isMap(value) ? valuesAt(value.get(name) ?? null, rest) : [];
}

/** The first value under a path; null where there is none. */
export function valueAt(value: Masked, ...path: readonly string[]): Masked {
  return valuesAt(value, path)[0] ?? null;
}

/** Text of what is there, and of nothing else. */
export function textAt(value: Masked, ...path: readonly string[]): string | null {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : null;
}

/** All strings under a path. */
export function textsAt(value: Masked, ...path: readonly string[]): readonly string[] {
  return valuesAt(value, path).filter((one): one is string => typeof one === 'string');
}

/** Numbers, also those that a provider keeps as text. */
export function numberOf(value: Masked): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

export function isMap(value: Masked): value is ReadonlyMap<string, Masked> {
  return value instanceof Map;
}

export function isList(value: Masked): value is readonly Masked[] {
  return Array.isArray(value);
}

/** A value as a fact: short, and with nothing that cannot be seen. */
export function factText(text: string): string {
  const safe = visibleText(text).replace(/\s+/g, ' ');
  return safe.length <= 160 ? safe : `${safe.slice(0, 159)}…`;
}
