import { entriesOf, isPlain, memberOf } from './plain.ts';

/** Stands where a value is sensitive: the value itself is dropped before anything looks at it. */
export const hidden: unique symbol = Symbol('sensitive');
/** Sensitive as well, and the same before and after. */
export const hiddenSame: unique symbol = Symbol('sensitive, unchanged');
/** Stands where a value is known only after the apply. */
export const unknown: unique symbol = Symbol('known after apply');

export type Hidden = typeof hidden | typeof hiddenSame;
export type Leaf = string | number | boolean | null | Hidden | typeof unknown;
/** A value of a plan without anything sensitive. Objects are maps, so no name is special. */
export type Masked = Leaf | readonly Masked[] | ReadonlyMap<string, Masked>;

/**
 * Drops what is sensitive, and marks what is unknown. A mask that does not fit its value hides it
 * all; one that is missing does, too: what nobody vouches for is not shown.
 */
export function maskValue(side: Side): Masked {
  const { value, unknowns, masks } = side;
  if (masks.some(hidesAll)) return hide(side);
  if (unknowns === true) return unknown;
  const isEmpty = value === null || value === undefined;
  const opens = isEmpty && holdsTrue(unknowns);
  if (Array.isArray(value) || (opens && Array.isArray(unknowns))) return maskList(side);
  if (isPlain(value) || opens) return maskObject(side);
  if (isEmpty) return null;
  return masks.some(holdsTrue) ? hide(side) : (value as Leaf);
}

/** One side of a change. */
export interface Side {
  readonly value: unknown;
  /** The same place of the other side: told is only whether a sensitive value changes. */
  readonly other: unknown;
  /** `after_unknown`; false for what is known. */
  readonly unknowns: unknown;
  /** `before_sensitive` and `after_sensitive`: what either hides is hidden on both sides. */
  readonly masks: readonly unknown[];
  /** Is told every value that is hidden. */
  readonly onHidden: (value: unknown) => void;
}

export function isHidden(value: Masked): value is Hidden {
  return value === hidden || value === hiddenSame;
}

function hide({ value, other, unknowns, onHidden }: Side): Masked {
  onHidden(value);
  const isKnown = !holdsTrue(unknowns);
  return isKnown && JSON.stringify(value) === JSON.stringify(other) ? hiddenSame : hidden;
}

function maskList(side: Side): Masked {
  const { value, other, unknowns, masks } = side;
  if (masks.some((mask) => isPlain(mask) && holdsTrue(mask))) return hide(side);
  const at = (list: unknown, index: number): unknown =>
    Array.isArray(list) ? list[index] : undefined;
  const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0);
  const length = Math.max(lengthOf(value), lengthOf(unknowns));
  return Array.from({ length }, (_, index) =>
    maskValue({
      ...side,
      value: at(value, index),
      other: at(other, index),
      unknowns: at(unknowns, index) ?? false,
      masks: masks.map((mask) => at(mask, index) ?? false),
    }),
  );
}

function maskObject(side: Side): Masked {
  const { value, other, unknowns, masks } = side;
  if (masks.some((mask) => Array.isArray(mask) && holdsTrue(mask))) return hide(side);
  const names = new Set(entriesOf(value).map(([name]) => name));
  for (const [name, mask] of entriesOf(unknowns)) if (holdsTrue(mask)) names.add(name);
  const found = new Map<string, Masked>();
  for (const name of names)
    found.set(
      name,
      maskValue({
        ...side,
        value: memberOf(value, name),
        other: memberOf(other, name),
        unknowns: memberOf(unknowns, name) ?? false,
        masks: masks.map((mask) => memberOf(mask, name) ?? false),
      }),
    );
  return found;
}

function hidesAll(mask: unknown): boolean {
  return mask === true || (mask !== false && typeof mask !== 'object') || mask === null;
}

function holdsTrue(mask: unknown): boolean {
  if (mask === true) return true;
  if (Array.isArray(mask)) return mask.some(holdsTrue);
  return isPlain(mask) && Object.values(mask).some(holdsTrue);
}
