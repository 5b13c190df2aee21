import type { AccessAccount, AccessConfig, LentSet, PersonConfig } from '@sekisho/config';

/** Whether a person has a permission set all the time, by the groups of the roster. */
export function isStanding({ standing, groups }: LentSet, person: PersonConfig): boolean {
  if (!standing) return false;
  return groups.length === 0 || groups.some((group) => person.groups.includes(group));
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
