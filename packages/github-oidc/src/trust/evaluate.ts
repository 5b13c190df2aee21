import { type Condition, holds } from '@sekisho/iam-policy';

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

/** Whether a condition says which values there may be, not which there may not. */
export function isPositive({ operator }: Condition): boolean {
  return !/Not|Null/.test(operator);
}

/** Whose tokens a condition is about, by its key; empty where that has no colon. */
export function issuerOf({ key }: Condition): string {
  return key.slice(0, Math.max(key.lastIndexOf(':'), 0));
}

/** The claim that a condition is about: `sub`. */
export function claimOf({ key }: Condition): string {
  return key.slice(key.lastIndexOf(':') + 1).toLowerCase();
}

function claimFor(condition: Condition, claims: Claims): string | undefined {
  return claims[claimOf(condition)];
}
