import type { Account, AccountMap } from '../account-map.ts';
import { baseName, basesOf, profileName, regionOf } from '../profiles.ts';
import type { Section } from './section.ts';

/**
 * Configuration of the browser extension AWS Extend Switch Roles: what one can switch to by
 * `sts:AssumeRole`, each role under what it is switched to from. From one permission set to another
 * the extension cannot switch: the links of `portalPage` do.
 *
 * Every section needs an account; the extension cuts values at `#` and `;`, and at a second `=`.
 * Sources: README of tilfinltd/aws-extend-switch-roles; parser of npm aesr-config 0.6.0.
 */
export function extendSwitchRolesSections(map: AccountMap): readonly Section[] {
  const ids = new Map(map.accounts.map(({ name, id }) => [name, id]));
  const bases = basesOf(map).map((base) => ({
    head: baseName(base),
    entries: [
      entry('aws_account_id', ids.get(base.account) ?? ''),
      ...(isWhole(base.permissionSet) ? [entry('role_name', base.permissionSet)] : []),
    ],
  }));
  return [...bases, ...map.accounts.flatMap((account) => targetsIn(account, map))];
}

/** A name that the extension would cut is left out: the account alone tells where one is signed in. */
function isWhole(permissionSet: string | null): permissionSet is string {
  return permissionSet !== null && !permissionSet.includes('=');
}

/** Names of the accounts that the extension cannot switch to, since they have permission sets only. */
export function beyondSwitching({ accounts }: AccountMap): readonly string[] {
  const based = new Set(accounts.flatMap(({ roles }) => roles.map(({ from }) => from.account)));
  return accounts
    .filter(({ name, roles }) => roles.length === 0 && !based.has(name))
    .map(({ name }) => name);
}

function targetsIn(account: Account, map: AccountMap): readonly Section[] {
  const region = regionOf(account, map);
  return account.roles.map(({ name, from }) => ({
    head: profileName(account.name, name),
    entries: [
      entry('aws_account_id', account.id),
      entry('role_name', name),
      entry('source_profile', baseName(from)),
      ...(region === null ? [] : [entry('region', region)]),
      ...(account.color === null ? [] : [entry('color', account.color)]),
    ],
  }));
}

function entry(key: string, value: string): readonly [string, string] {
  return [key, value];
}
