import { roleKey, roleOfArn } from '../iam/role-state.ts';
import type { Credentials } from '../world/records.ts';
import type { World } from '../world/world.ts';

/**
 * The session that a service of AWS has of a role while it acts for its owner, as Scheduler does; null when
 * practice has no such role: a world that was seeded without it lets its schedules act unjudged.
 */
export function serviceSession(world: World, roleArn: string): Credentials | null {
  const role = roleOfArn(world, roleArn);
  if (role === undefined) return null;
  const name = 'service';
  return {
    accessKeyId: '',
    account: role.account,
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${name}`,
    userId: `${role.roleId}:${name}`,
    issuedAt: world.clock,
    expiresAt: Number.POSITIVE_INFINITY,
    role: roleKey(role.account, role.name),
    ...{ tags: {}, transitiveTags: [], sourceIdentity: null, policy: null },
  };
}
