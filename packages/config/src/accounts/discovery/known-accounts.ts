import { parse } from 'yaml';
import { takeBlockApart } from './managed-block.ts';

/** An account that a sekisho.yaml has, as far as discovery compares it. */
export interface KnownAccount {
  readonly name: string;
  readonly id: string;
  /** Further names for its profiles, which no other account can have. */
  readonly aliases: readonly string[];
  readonly permissionSets: readonly string[];
  /** Whether it stands between the comments, and was written by discovery. */
  readonly discovered: boolean;
}

/** The accounts of a sekisho.yaml, whatever else is wrong in it; none when it cannot be read. */
export function knownAccounts(text: string): readonly KnownAccount[] {
  const apart = takeBlockApart(text);
  const own = new Set(
    accountsIn([...(apart?.before ?? []), ...(apart?.after ?? [])].join('')).map(({ id }) => id),
  );
  return accountsIn(text).map((account) => ({ ...account, discovered: !own.has(account.id) }));
}

/** Where Identity Center lives, as far as a sekisho.yaml says so, whatever else is wrong in it. */
export function identityCenterIn(text: string): {
  readonly account: string | null;
  readonly region: string | null;
} {
  const { account, region } = recordOf(recordOf(parsed(text))['identityCenter']);
  return {
    account: typeof account === 'string' ? account : null,
    region: typeof region === 'string' ? region : null,
  };
}

function accountsIn(text: string): readonly Omit<KnownAccount, 'discovered'>[] {
  const accounts = recordOf(recordOf(parsed(text))['accounts']);
  return Object.entries(accounts).map(([name, value]) => {
    const { id, aliases, permissionSets } = recordOf(value);
    return {
      ...{ name, id: String(id) },
      aliases: listOf(aliases).filter((alias) => typeof alias === 'string'),
      permissionSets: listOf(permissionSets).flatMap(nameOf),
    };
  });
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function nameOf(set: unknown): readonly string[] {
  const name: unknown = typeof set === 'string' ? set : recordOf(set)['name'];
  return typeof name === 'string' ? [name] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
