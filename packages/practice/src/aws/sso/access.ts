import type { World } from '../world/world.ts';

/** A user's power in one account, and whether the user's own or a group's assignment gives it. */
export interface Access {
  readonly account: string;
  readonly permissionSet: string;
  readonly via: 'user' | 'group';
}

/** Which permission sets a user may use now, and where; nothing for a disabled or unknown user. */
export function accessOf(world: World, userId: string): Access[] {
  const { users, memberships, assignments, permissionSets } = world.directory;
  if (users.get(userId)?.enabled !== true) return [];
  const groups = new Set<string>();
  for (const each of memberships.values()) if (each.userId === userId) groups.add(each.groupId);
  return [...assignments.values()].flatMap(
    ({ account, permissionSetArn, principalType, principalId }): Access[] => {
      const own = principalType === 'USER' && principalId === userId;
      if (!own && !(principalType === 'GROUP' && groups.has(principalId))) return [];
      const permissionSet = permissionSets.get(permissionSetArn)?.name ?? permissionSetArn;
      return [{ account, permissionSet, via: own ? 'user' : 'group' }];
    },
  );
}
