import type { AccessAccount, Config } from '@sekisho/config';
import type { BurdenChange, BurdenSet, Language } from '@sekisho/contract';
import { burdenReason } from '@sekisho/words/access';
import { lendersOf } from './strong.ts';

/** What a proposal rests on. */
export interface Ground {
  readonly config: Config;
  readonly accounts: readonly AccessAccount[];
  readonly since: Date;
  /** Whether leases have been written down for all of the time since then. */
  readonly whole: boolean;
  readonly language: Language;
}

/** What would make the map smaller, and what is to be taken away in AWS, each with its reason. */
export function propose(ground: Ground, sets: readonly BurdenSet[]): BurdenChange[] {
  return sets.flatMap((set) => {
    const account = ground.accounts.find(({ id }) => id === set.account);
    return account === undefined ? [] : changesOf(ground, account, set);
  });
}

function changesOf(ground: Ground, account: AccessAccount, set: BurdenSet): BurdenChange[] {
  const { standing, permissionSet, finding } = set;
  if (finding === 'in-use') return [];
  if (finding === 'unused') {
    return ground.whole && !isBase(ground, set) ? [changeOf(ground, set, 'drop')] : [];
  }
  const declared = standing.filter((each) => each.declared);
  const stray = standing.filter((each) => !each.declared);
  const lent = lendersOf(ground.config, account, permissionSet).length > 0;
  return [
    ...(declared.length > 0 ? [changeOf(ground, set, 'lend', declared, lent)] : []),
    ...(stray.length > 0 ? [changeOf(ground, set, 'unassign', stray, lent)] : []),
  ];
}

function changeOf(
  { since, language }: Ground,
  { account, accountName, permissionSet, strong }: BurdenSet,
  what: 'lend' | 'drop' | 'unassign',
  principals: BurdenSet['standing'] = [],
  lent = false,
): BurdenChange {
  const names = principals.map(({ name }) => name);
  const reason = burdenReason(what, { names, strong, since, lent }, language);
  return { do: what, account, accountName, permissionSet, role: null, reason };
}

/** Whether a role of the map is switched to from it, or a team's members get it: without it, those lead nowhere. */
function isBase({ config }: Ground, { accountName, permissionSet }: BurdenSet): boolean {
  const given = config.memberships.flatMap(({ permissionSets }) => permissionSets);
  if (given.some(({ account, set }) => account === accountName && set === permissionSet))
    return true;
  const roles = config.accounts.accounts.flatMap((account) => account.roles);
  return roles.some(
    ({ from }) => from.account === accountName && from.permissionSet === permissionSet,
  );
}
