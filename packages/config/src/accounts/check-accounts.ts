import { type AccountMap, clashesIn } from '@sekisho/accounts';
import type { Path, Report } from '../problems/problem.ts';

/** Account ids by the environments that are declared. */
export type EnvironmentAccounts = ReadonlyMap<string, string>;

/**
 * Accounts are told apart, and what they refer to is there.
 * @param environments null where none are declared: then an account's environment is only a word
 */
export function checkAccounts(
  map: AccountMap,
  environments: EnvironmentAccounts | null,
  report: Report,
): void {
  checkNames(map, report);
  checkSets(map, report);
  checkRoles(map, report);
  if (environments !== null) checkEnvironments(map, environments, report);
  for (const value of clashesIn(map)) report('profile-clash', ['accounts'], { value });
}

function checkNames({ accounts }: AccountMap, report: Report): void {
  const ids = new Map<string, string>();
  const names = new Set(accounts.map(({ name }) => name));
  for (const { name, id, aliases } of accounts) {
    const first = ids.get(id);
    if (first !== undefined)
      report('duplicate-account', ['accounts', name, 'id'], { value: id, first });
    else ids.set(id, name);
    for (const [index, alias] of aliases.entries()) {
      const path = ['accounts', name, 'aliases', index];
      if (names.has(alias)) report('alias-taken', path, { value: alias });
      names.add(alias);
    }
  }
}

function checkSets({ accounts, identityCenter }: AccountMap, report: Report): void {
  for (const { name, permissionSets } of accounts) {
    const path = ['accounts', name, 'permissionSets'];
    if (permissionSets.length > 0 && identityCenter === null)
      report('no-identity-center', path, {});
    const sets = permissionSets.map((set) => set.name);
    for (const [index, value] of sets.entries()) {
      if (sets.indexOf(value) < index) report('duplicate-value', [...path, index], { value });
    }
  }
}

function checkRoles({ accounts }: AccountMap, report: Report): void {
  const byName = new Map(accounts.map((account) => [account.name, account]));
  for (const { name, roles } of accounts) {
    for (const [index, { from, tags, transitiveTags }] of roles.entries()) {
      const path: Path = ['accounts', name, 'roles', index];
      const base = byName.get(from.account);
      if (base === undefined) {
        const known = [...byName.keys()];
        report('unknown-account', [...path, 'from', 'account'], { value: from.account, known });
      } else if (from.permissionSet !== null) {
        const known = base.permissionSets.map((set) => set.name);
        const facts = { value: from.permissionSet, account: base.name, known };
        if (!known.includes(from.permissionSet))
          report('unknown-permission-set', [...path, 'from', 'permissionSet'], facts);
      }
      for (const [at, value] of transitiveTags.entries()) {
        if (!Object.hasOwn(tags, value))
          report('unknown-tag', [...path, 'transitiveTags', at], { value });
      }
    }
  }
}

function checkEnvironments(
  { accounts }: AccountMap,
  environments: EnvironmentAccounts,
  report: Report,
): void {
  for (const { name, id, environment } of accounts) {
    if (environment === null) continue;
    const path = ['accounts', name, 'environment'];
    const account = environments.get(environment);
    if (account === undefined) {
      report('unknown-environment', path, { value: environment, known: [...environments.keys()] });
    } else if (account !== id) {
      report('environment-elsewhere', path, { value: environment, account, id });
    }
  }
}
