import { accountNames } from './account-names.ts';
import type { KnownAccount } from './known-accounts.ts';

/** An active account of the organization. */
export interface FoundAccount {
  /** Twelve digits. */
  readonly id: string;
  /** As the organization calls it. */
  readonly name: string;
  /** Permission sets that are provisioned to it. */
  readonly permissionSets: readonly string[];
}

/** How a map differs from the organization. */
export interface Difference {
  readonly kind: 'new' | 'gone' | 'renamed' | 'new-set' | 'gone-set';
  readonly id: string;
  /** Its name in the map, or the one that it would get. */
  readonly name: string;
  /** The permission set, or the name that it has now; empty when neither is meant. */
  readonly what: string;
}

/** What discovery found, beside what a map has. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** The lines of all accounts that the map has not by its own hand. */
  readonly lines: readonly string[];
}

/** Compares the accounts of a map with those of the organization. */
export function compareAccounts(
  known: readonly KnownAccount[],
  found: readonly FoundAccount[],
): Comparison {
  const own = new Map(known.filter((one) => !one.discovered).map((one) => [one.id, one]));
  const before = new Map(known.map((one) => [one.id, one]));
  const others = found.filter(({ id }) => !own.has(id)).toSorted(byName);
  const taken = [...own.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
  const names = accountNames(others, taken);
  const differences = found.flatMap((account): Difference[] => {
    const { id } = account;
    const old = before.get(id);
    const name = names.get(id) ?? old?.name ?? id;
    if (old === undefined) return [{ kind: 'new', id, name, what: account.name }];
    const renamed = names.has(id) && old.name !== name;
    return [
      ...(renamed ? [{ kind: 'renamed' as const, id, name: old.name, what: name }] : []),
      ...setsOf('new-set', old, account.permissionSets, old.permissionSets),
      ...setsOf('gone-set', old, old.permissionSets, account.permissionSets),
    ];
  });
  const active = new Set(found.map(({ id }) => id));
  const gone = known
    .filter(({ id }) => !active.has(id))
    .map(({ id, name }): Difference => ({ kind: 'gone', id, name, what: '' }));
  return {
    differences: [...differences, ...gone],
    lines: others.map((account) => lineOf(names.get(account.id) ?? account.id, account)),
  };
}

function setsOf(
  kind: 'new-set' | 'gone-set',
  { id, name }: KnownAccount,
  all: readonly string[],
  without: readonly string[],
): readonly Difference[] {
  return all.filter((set) => !without.includes(set)).map((what) => ({ kind, id, name, what }));
}

function byName(a: FoundAccount, b: FoundAccount): number {
  return a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id);
}

function lineOf(name: string, { id, permissionSets }: FoundAccount): string {
  const sets = permissionSets.toSorted().map(quoted).join(', ');
  return `${name}: { id: "${id}"${sets === '' ? '' : `, permissionSets: [${sets}]`} }`;
}

function quoted(set: string): string {
  return /^[A-Za-z][\w.-]*$/.test(set) ? set : JSON.stringify(set);
}
