import type { Frozen } from '../leases/index.ts';
import { lentOfLease } from './frozen.ts';

/**
 * What is reconciled: one user's assignment of one set in one account, or membership of one group.
 * Identity Center changes one thing of an account at a time.
 */
export function targetOfAccess(frozen: Frozen): { key: string; serialKey: string } {
  const { userId, permissionSetArn, group } = lentOfLease({ frozen });
  if (group !== null) {
    return { key: `permission-set/group/${group.id}/${userId}`, serialKey: `group/${group.id}` };
  }
  const set = permissionSetArn.replace(/^.*\//, '');
  const key = `permission-set/${frozen.account}/${set}/${userId}`;
  return { key, serialKey: `account/${frozen.account}` };
}
