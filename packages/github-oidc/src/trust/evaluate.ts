import type { Condition } from './document.ts';

/** Claims of a token, by the key that conditions have for them; what is not there is absent. */
export type Claims = Readonly<Record<string, string>>;

/**
 * Whether AWS would let a token through a statement's conditions. Conditions about anything but the
 * token (addresses, times) are taken to hold: whoever attacks arranges for them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function letsIn(
  conditions: readonly Condition[],
  claims: Claims,
  provider: string,
): boolean {
  return conditions.every((condition) => {
    if (!isAbout(condition, provider)) return true;
    return holds(condition, claimFor(condition, claims));
  });
}

/** Whether a condition is about a claim of the issuer's tokens. */
export function isAbout({ key }: Condition, provider: string): boolean {
  return key.toLowerCase().startsWith(`${provider.toLowerCase()}:`);
}

/** The claim that a condition is about: `sub`. */
export function claimOf({ key }: Condition): string {
  return key.slice(key.lastIndexOf(':') + 1).toLowerCase();
}

function claimFor(condition: Condition, claims: Claims): string | undefined {
  return claims[claimOf(condition)];
}

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
};

function holds(condition: Condition, value: string | undefined): boolean {
  const { operator, qualifier, ifExists, values } = condition;
  if (operator === 'Null') return values.includes(String(value === undefined));
  if (value === undefined) {
    return (
      qualifier !== 'ForAnyValue' &&
      (ifExists || qualifier === 'ForAllValues' || operator in negations)
    );
  }
  const positive = negations[operator];
  if (positive !== undefined) return !values.some((wanted) => fits(positive, wanted, value));
  return values.some((wanted) => fits(operator, wanted, value));
}

function fits(operator: string, wanted: string, value: string): boolean {
  switch (operator) {
    case 'StringEquals':
      return wanted === value;
    case 'StringEqualsIgnoreCase':
      return wanted.toLowerCase() === value.toLowerCase();
    case 'StringLike':
      return isLike(value, wanted);
    default:
      // An operator that means nothing for text holds for none of it.
      return false;
  }
}

/** `*` for any text and `?` for any character, in time that does not grow with the stars. */
function isLike(value: string, pattern: string): boolean {
  let [at, to, star, back] = [0, 0, -1, 0];
  while (at < value.length) {
    if (pattern[to] === '*') {
      star = to;
      back = at;
      to += 1;
    } else if (to < pattern.length && (pattern[to] === '?' || pattern[to] === value[at])) {
      at += 1;
      to += 1;
    } else if (star >= 0) {
      to = star + 1;
      back += 1;
      at = back;
    } else return false;
  }
  while (pattern[to] === '*') to += 1;
  return to === pattern.length;
}
