import type { AccessAccount, AccessConfig, LentSet, PersonConfig } from '@sekisho/config';

/** Whether a person has a permission set all the time, by the groups of the roster that are not lent themselves. */
export function isStanding(
  { standing, groups }: LentSet,
  { groups: all, lentGroups = [] }: PersonConfig,
): boolean {
  if (!standing) return false;
  const own = all.filter((group) => !lentGroups.includes(group));
  return groups.length === 0 || groups.some((group) => own.includes(group));
}

/** The set of this name in the account with these digits; undefined when the map has none any more. */
export function setIn(
  access: AccessConfig | null,
  account: string,
  name: string,
): { readonly account: AccessAccount; readonly set: LentSet } | undefined {
  const found = access?.accounts.find(({ id }) => id === account);
  const set = found?.sets.find((each) => each.name === name);
  return found === undefined || set === undefined ? undefined : { account: found, set };
}
