import type { AccountMap } from '@sekisho/accounts';
import type { Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';
import { checkAccounts } from './check-accounts.ts';
import { type EnvironmentFacts, mapOf } from './map-of.ts';
import type { AccountMapDocument } from './schema.ts';
import { writtenSets } from './written-sets.ts';

const nobody: AccountMap = { identityCenter: null, accounts: [] };

/** The account map of a document that is well formed, checked against itself and the environments. */
export function checkMap(
  {
    accounts,
    identityCenter,
  }: { readonly [Key in keyof AccountMapDocument]?: AccountMapDocument[Key] | undefined },
  { environments, names }: Pick<Parts, 'environments' | 'names'>,
  report: Report,
): AccountMap {
  const own = identityCenter?.liveSessions?.roleArn;
  if (own !== undefined && own === identityCenter?.roleArn) {
    report('same-role', ['identityCenter', 'liveSessions', 'roleArn'], { value: own });
  }
  if (accounts === undefined) return nobody;
  const inAws = environments.flatMap(({ name, value }) =>
    value.provider === 'docker' ? [] : [{ name, value }],
  );
  const facts = new Map<string, EnvironmentFacts>(inAws.map(({ name, value }) => [name, value]));
  const map = mapOf({ accounts, identityCenter }, facts);
  // One with a mistake is there, though nobody knows in which account.
  const isWhole = environments.length === names.environments.length;
  const declared = new Map(inAws.map(({ name, value }) => [name, value.account]));
  checkAccounts(map, isWhole && declared.size > 0 ? declared : null, report);
  checkLooks(accounts, report);
  checkStanding(accounts, report);
  checkGroups(accounts, report);
  return map;
}

/** Who has it all the time is never put into the group that it is lent by. */
function checkStanding(accounts: AccountMapDocument['accounts'], report: Report): void {
  for (const { standing, viaGroup, path } of writtenSets(accounts)) {
    if (standing && viaGroup !== undefined)
      report('standing-by-group', [...path, 'standing'], { value: viaGroup });
  }
}

/** Whoever is in a group has whatever AWS gives the group: lent by one rule, they would have the other's. */
function checkGroups(accounts: AccountMapDocument['accounts'], report: Report): void {
  const first = new Map<string, { readonly account: string; readonly set: string }>();
  for (const { viaGroup, account, name, path } of writtenSets(accounts)) {
    if (viaGroup === undefined) continue;
    const known = first.get(viaGroup);
    if (known === undefined) first.set(viaGroup, { account, set: name });
    else report('shared-group', [...path, 'viaGroup'], { value: viaGroup, ...known });
  }
}

function checkLooks(accounts: AccountMapDocument['accounts'], report: Report): void {
  for (const [name, { id, look }] of Object.entries(accounts)) {
    if (look === undefined || look.roleArn.split(':')[4] === id) continue;
    const path = ['accounts', name, 'look', 'roleArn'];
    report('role-of-other-account', path, { value: look.roleArn, account: id });
  }
}
