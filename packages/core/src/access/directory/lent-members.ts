import { memosOf } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { readMemo } from '../kind/memo.ts';
import { memberKeys } from '../target.ts';

/** Targets of the memberships of groups that we made: whoever is in a group by them only borrows it. */
export async function lentMembers(house: House): Promise<ReadonlySet<string>> {
  const memos = await transactAsSystem(house, (tx) => memosOf(tx, 'permission-set', memberKeys));
  return new Set(memos.filter(({ memo }) => readMemo(memo).made === true).map(({ key }) => key));
}
