import { roleKey } from '../iam/role-state.ts';
import type { Moment } from '../operation.ts';
import type { Role } from '../world/records.ts';
import { hex } from '../world/rng.ts';

const readOnly = ['*:Describe*', '*:Get*', '*:List*'];

/** The role by which a permission set acts in an account; made when it is first used there. */
export function reservedRole({ world, now, rng }: Moment, account: string, setName: string): Role {
  const prefix = `AWSReservedSSO_${setName}_`;
  for (const role of world.roles.values()) {
    if (role.account === account && role.name.startsWith(prefix)) return role;
  }
  const sets = [...world.directory.permissionSets.values()];
  const seconds = sets.find(({ name }) => name === setName)?.sessionSeconds ?? 3600;
  const Action = setName === 'ReadOnly' ? readOnly : ['*'];
  const role: Role = {
    ...{ account, name: `${prefix}${hex(rng, 16)}`, path: '/aws-reserved/sso.amazonaws.com/' },
    ...{ roleId: `AROA${hex(rng, 17).toUpperCase()}`, description: null, createdAt: now },
    maximumSessionSeconds: seconds,
    now: {
      trust: document([]),
      inline: { set: document([{ Effect: 'Allow', Action, Resource: '*' }]) },
    },
    before: [],
  };
  world.roles.put(roleKey(account, role.name), role);
  return role;
}

function document(Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
