import { hidden, isHidden, type Masked, unknown } from '../reading/masked.ts';
import { visibleName, visibleText } from '../reading/visible.ts';
import { isList, isMap } from '../risks/look.ts';
import { linesBetween } from './lines.ts';
import { type AttributeDiff, diffLimits, type Shown } from './plan-diff.ts';

interface Sides {
  readonly before: Masked;
  readonly after: Masked;
}

interface Found {
  readonly attributes: AttributeDiff[];
  leftOut: number;
}

/**
 * What differs between two masked values, attribute by attribute.
 * @param replaces dotted paths that force a replacement
 * @param most how many attributes are listed; the rest is counted
 */
export function diffAttributes(
  { before, after }: Sides,
  replaces: readonly string[],
  most: number = diffLimits.attributes,
): { readonly attributes: readonly AttributeDiff[]; readonly leftOut: number } {
  const found: Found = { attributes: [], leftOut: 0 };
  const add = (path: readonly string[], sides: Sides) => {
    if (found.attributes.length >= most) {
      found.leftOut += 1;
      return;
    }
    const dotted = path.join('.');
    const forcesReplace = replaces.some((one) => one === dotted || dotted.startsWith(`${one}.`));
    const lines = linesOf(sides);
    found.attributes.push({
      path: visibleName(dotted, 300),
      before: lines === null ? shown(sides.before) : brief(sides.before),
      after: lines === null ? shown(sides.after) : brief(sides.after),
      forcesReplace,
      lines,
    });
  };
  walk([], { before, after }, add);
  return found;
}

function walk(
  path: readonly string[],
  { before, after }: Sides,
  add: (path: readonly string[], sides: Sides) => void,
): void {
  if (isSame(before, after)) return;
  const [was, is] = [partsOf(before), partsOf(after)];
  // A list or object against nothing is shown by its parts; against a single value, as a whole.
  const open = (was !== null || before === null) && (is !== null || after === null);
  const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  if (!open || names.size === 0) {
    if (path.length > 0 || !open) add(path, { before, after });
    return;
  }
  for (const name of names) {
    const inner: Sides = { before: was?.get(name) ?? null, after: is?.get(name) ?? null };
    walk([...path, name], inner, add);
  }
}

function partsOf(value: Masked): ReadonlyMap<string, Masked> | null {
  if (isMap(value)) return value;
  return isList(value) ? new Map(value.map((one, index) => [String(index), one])) : null;
}

/** The same on both sides; nothing and an empty list are. What is unknown is never known to be the same. */
function isSame(before: Masked, after: Masked): boolean {
  if (before === hidden || before === unknown) return false;
  if (before === after || (isNothing(before) && isNothing(after))) return true;
  const [was, is] = [partsOf(before), partsOf(after)];
  if (was === null || is === null || was.size !== is.size || isMap(before) !== isMap(after))
    return false;
  return [...was].every(([name, value]) => is.has(name) && isSame(value, is.get(name) ?? null));
}

function isNothing(value: Masked): boolean {
  return value === null || partsOf(value)?.size === 0;
}

function linesOf({ before, after }: Sides): AttributeDiff['lines'] {
  if (!isTextOrNothing(before) || !isTextOrNothing(after)) return null;
  return linesBetween(before, after);
}

function isTextOrNothing(value: Masked): value is string | null {
  return value === null || typeof value === 'string';
}

function shown(value: Masked): Shown {
  if (value === null) return { kind: 'absent' };
  if (isHidden(value)) return { kind: 'sensitive' };
  if (value === unknown) return { kind: 'unknown' };
  const text = visibleText(textOf(value));
  const cut = Math.max(0, text.length - diffLimits.text);
  return { kind: 'text', text: cut > 0 ? text.slice(0, diffLimits.text) : text, cut };
}

/** Beside a comparison by lines the value itself is not repeated. */
function brief(value: Masked): Shown {
  return value === null ? { kind: 'absent' } : { kind: 'text', text: '', cut: 0 };
}

/** Strings in quotes, as Terraform writes them; what is within lists and objects as JSON. */
function textOf(value: Masked): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(textOf).join(', ')}]`;
  if (isMap(value))
    return `{${[...value].map(([name, one]) => `${JSON.stringify(name)}: ${textOf(one)}`).join(', ')}}`;
  if (isHidden(value)) return '(sensitive)';
  return value === unknown ? '(known after apply)' : String(value);
}
