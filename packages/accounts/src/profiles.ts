import type { Account, AccountMap, Base, PermissionSet, SwitchRole } from './account-map.ts';

/** One thing that somebody can be in one account, under one name. */
export type Profile = {
  readonly name: string;
  readonly account: Account;
  readonly region: string | null;
} & Power;

type Power =
  /** An IAM user, whose keys the reader's own tool keeps. */
  | { readonly kind: 'user' }
  | { readonly kind: 'permission-set'; readonly permissionSet: PermissionSet }
  /** `source`: name of the profile that assumes it. */
  | { readonly kind: 'role'; readonly role: SwitchRole; readonly source: string };

/** Name of the profile of a permission set or role in an account: `production-ReadOnly`. */
export function profileName(account: string, power: string): string {
  // Others stand for something, or end the name, in one of the programs that read it.
  return `${account}-${power.replaceAll(/[^\w.@+-]/g, '-')}`;
}

/** Name of the profile that one switches from. */
export function baseName({ account, permissionSet }: Base): string {
  return permissionSet === null ? account : profileName(account, permissionSet);
}

/** Every profile of a map, in its order: an account's user, its permission sets, its roles. */
export function profilesOf(map: AccountMap): readonly Profile[] {
  const users = new Set(
    basesOf(map).flatMap((base) => (base.permissionSet === null ? [base.account] : [])),
  );
  return map.accounts.flatMap((account) => {
    const region = regionOf(account, map);
    const user = users.has(account.name)
      ? [{ kind: 'user' as const, name: account.name, account, region }]
      : [];
    const called = [account.name, ...account.aliases];
    return [...user, ...called.flatMap((name) => profilesUnder(name, account, region))];
  });
}

function profilesUnder(called: string, account: Account, region: string | null): Profile[] {
  const shared = { account, region };
  return [
    ...account.permissionSets.map((permissionSet) => ({
      ...shared,
      kind: 'permission-set' as const,
      name: profileName(called, permissionSet.name),
      permissionSet,
    })),
    ...account.roles.map((role) => ({
      ...shared,
      kind: 'role' as const,
      name: profileName(called, role.name),
      role,
      source: baseName(role.from),
    })),
  ];
}

/** The region that an account's profiles are for: its own, or that of Identity Center; null: none is said. */
export function regionOf({ region }: Account, { identityCenter }: AccountMap): string | null {
  return region ?? identityCenter?.region ?? null;
}

/** What roles are switched to from, each once. */
export function basesOf({ accounts }: AccountMap): readonly Base[] {
  const all = accounts.flatMap(({ roles }) => roles.map(({ from }) => from));
  return [...new Map(all.map((base) => [baseName(base), base])).values()];
}

/** Names that several profiles would have, so that one would hide another. */
export function clashesIn(map: AccountMap): readonly string[] {
  const names = profilesOf(map).map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

/**
 * The map as members of some groups see it: permission sets that one of them may have, and roles that
 * can be assumed from those. A set that names no group is for everybody, and so are roles of IAM users.
 */
export function forGroups(map: AccountMap, groups: readonly string[]): AccountMap {
  const has = ({ groups: needed }: PermissionSet) =>
    needed.length === 0 || needed.some((group) => groups.includes(group));
  const held = new Set(
    map.accounts.flatMap(({ name, permissionSets }) =>
      permissionSets.filter(has).map((set) => profileName(name, set.name)),
    ),
  );
  const reaches = ({ from }: SwitchRole) => from.permissionSet === null || held.has(baseName(from));
  const accounts = map.accounts.map((account) => ({
    ...account,
    permissionSets: account.permissionSets.filter(has),
    roles: account.roles.filter(reaches),
  }));
  return { ...map, accounts };
}
