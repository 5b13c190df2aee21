import { hidden, hiddenSame, type Masked } from './masked.ts';
import { entriesOf, memberOf } from './plain.ts';

/*
 * Terraform forgets that a value is sensitive where a provider hands it back in another attribute
 * (`terraform_data.output` does). What is sensitive in one place of a plan is therefore hidden in every
 * other: as a whole, and where it is part of a longer text.
 */

/** Shorter ones are words such as `true` or `aws`, and would hide what has nothing to do with them. */
const shortest = 6;
/** Looking for parts costs time for each secret; above so many only whole values are compared. */
const mostParts = 64;
const shortestPart = 8;

/** The sensitive texts and numbers of a plan, gathered while it is read. */
export interface Secrets {
  readonly texts: Set<string>;
}

/** All texts and numbers within a sensitive value; a number may come back as text. */
export function noteSecret({ texts }: Secrets, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    if (text.length >= shortest) texts.add(text);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) noteSecret({ texts }, one);
  }
}

/** Values of variables that the code declares as sensitive. */
export function noteVariables(secrets: Secrets, plan: unknown): void {
  const root = memberOf(memberOf(plan, 'configuration'), 'root_module');
  for (const [name, declared] of entriesOf(memberOf(root, 'variables'))) {
    if (memberOf(declared, 'sensitive') !== true) continue;
    noteSecret(secrets, memberOf(memberOf(memberOf(plan, 'variables'), name), 'value'));
    noteSecret(secrets, memberOf(declared, 'default'));
  }
}

/** Whether a text is sensitive somewhere else, or holds what is. */
export function secretTest({ texts }: Secrets): (text: string) => boolean {
  const parts = [...texts].filter((text) => text.length >= shortestPart);
  const few = parts.length <= mostParts ? parts : [];
  return (text) => texts.has(text) || few.some((part) => text.includes(part));
}

/** The same value without texts that are sensitive elsewhere; `other` is the other side of the change. */
export function withoutSecrets(
  value: Masked,
  other: Masked,
  isSecret: (text: string) => boolean,
): Masked {
  return holdsSecret(value, isSecret) ? rebuilt(value, other, isSecret) : value;
}

/** Most values hold none, and need not be made anew. */
function holdsSecret(value: Masked, isSecret: (text: string) => boolean): boolean {
  if (typeof value === 'string' || typeof value === 'number') return isSecret(String(value));
  if (Array.isArray(value)) return value.some((one: Masked) => holdsSecret(one, isSecret));
  if (!(value instanceof Map)) return false;
  for (const one of value.values()) if (holdsSecret(one, isSecret)) return true;
  return false;
}

function rebuilt(value: Masked, other: Masked, isSecret: (text: string) => boolean): Masked {
  if (typeof value === 'string' || typeof value === 'number') {
    if (!isSecret(String(value))) return value;
    return value === other ? hiddenSame : hidden;
  }
  if (value instanceof Map) {
    const there: ReadonlyMap<string, Masked> = other instanceof Map ? other : new Map();
    const found = new Map<string, Masked>();
    for (const [name, one] of value)
      found.set(name, rebuilt(one, there.get(name) ?? null, isSecret));
    return found;
  }
  if (!Array.isArray(value)) return value;
  const there: readonly Masked[] = Array.isArray(other) ? other : [];
  return value.map((one: Masked, index) => rebuilt(one, there[index] ?? null, isSecret));
}
