import type { AccessAccount } from '@sekisho/config';
import type { BurdenSet } from '@sekisho/contract';
import type { Assignment } from '../cloud.ts';
import { isLent } from '../drift/explained.ts';
import type { Facts } from './facts.ts';
import { principalOf } from './principals.ts';
import { strengthOf } from './strong.ts';

/** Every permission set of the map, and every other one that somebody has, account by account. */
export function weigh(facts: Facts): BurdenSet[] {
  return facts.accounts.flatMap((account) => {
    const assigned = facts.assignments.filter((each) => each.account === account.id);
    const names = new Set([
      ...account.sets.map(({ name }) => name),
      ...assigned.map((each) => nameOf(facts, each)),
    ]);
    return [...names].map((name) => {
      const of = assigned.filter((each) => nameOf(facts, each) === name);
      return weighSet(facts, account, name, of);
    });
  });
}

function weighSet(
  facts: Facts,
  account: AccessAccount,
  permissionSet: string,
  assigned: readonly Assignment[],
): BurdenSet {
  const often = facts.lent.find(
    (each) => each.account === account.id && each.title === permissionSet,
  );
  const set = account.sets.find(({ name }) => name === permissionSet);
  const standing = assigned
    .filter((each) => !isLent(facts, each))
    .flatMap((each) => principalOf(facts, set, each) ?? []);
  const strong = strengthOf(facts.config, account, permissionSet);
  const times = often?.times ?? 0;
  return {
    ...{ account: account.id, accountName: account.name, production: account.production },
    ...{ permissionSet, inMap: set !== undefined, strong, standing },
    lent: { times, last: often?.last.toISOString() ?? null },
    finding: findingOf(set !== undefined, strong !== null, standing.length > 0, times),
  };
}

function findingOf(
  inMap: boolean,
  strong: boolean,
  stands: boolean,
  times: number,
): BurdenSet['finding'] {
  if (stands && !inMap) return 'not-in-map';
  if (stands && strong) return 'standing-strong';
  return stands || times > 0 ? 'in-use' : 'unused';
}

/** The name of an assignment's set; its ARN where Identity Center knows none any more. */
function nameOf({ sets }: Facts, { permissionSetArn }: Assignment): string {
  return sets.find(({ arn }) => arn === permissionSetArn)?.name ?? permissionSetArn;
}
