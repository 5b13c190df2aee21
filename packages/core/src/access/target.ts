import type { Frozen } from '../leases/index.ts';
import { lentOfLease } from './frozen.ts';

/**
 * What is reconciled: one user's assignment of one set in one account, or membership of one group.
 * Identity Center changes one thing of an account at a time.
 */
export function targetOfAccess(frozen: Frozen): { key: string; serialKey: string } {
  const { userId, permissionSetArn, group } = lentOfLease({ frozen });
  if (group !== null) {
    return { key: memberKey(group.id, userId), serialKey: `group/${group.id}` };
  }
  const set = permissionSetArn.replace(/^.*\//, '');
  const key = `permission-set/${frozen.account}/${set}/${userId}`;
  return { key, serialKey: `account/${frozen.account}` };
}

/** How the keys of memberships of groups begin. */
export const memberKeys = 'permission-set/group/';

/** Key of one user's membership of one group. */
export function memberKey(groupId: string, userId: string): string {
  return `${memberKeys}${groupId}/${userId}`;
}
