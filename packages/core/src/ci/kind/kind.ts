import type { LeaseKind } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import type { CiCloud } from '../cloud.ts';
import { roleOfLease, worksUntil } from '../frozen.ts';
import { judgeAtGrant } from '../judge-at-grant.ts';
import { clockSkewSeconds } from '../policies/index.ts';
import { changeRole } from './change.ts';
import { observeRoles, type RoleSeen, roleMatches } from './observe.ts';
import { desiredOf, type RoleDesired } from './wanted.ts';

/** Writing a policy and waiting until it is served everywhere is done within a minute, when AWS is well. */
const giveUpSeconds = 10 * 60;
const provisioningSeconds = giveUpSeconds + 5 * 60;
/** The longest session, the time that making one takes, and what clocks may differ: until then what is over must be denied. */
const quietSeconds = 3600 + 120 + clockSkewSeconds;

/** The lease kind `ci-role`: a role of AWS, which several jobs may want at once. */
export function ciRoleKind(house: House, cloud: CiCloud): LeaseKind<RoleDesired, RoleSeen> {
  return {
    name: 'ci-role',
    ...{ giveUpSeconds, provisioningSeconds, judgeAtGrant },
    quietSeconds: () => quietSeconds,
    drainsUntil: (lease) => (roleOfLease(lease).drainSeconds > 0 ? worksUntil(lease) : null),
    missing: { 'not-found': 'role-gone', limit: 'policies-full' },
    desired: desiredOf,
    observe: (targets, leases) => observeRoles({ house, cloud }, targets, leases),
    matches: roleMatches,
    change: (_target, desired, seen, control) => changeRole(cloud, desired, seen, control),
    // When nothing lives that must be denied, nothing is wanted of the role: it has nothing of ours.
    close: () => Promise.resolve(),
    idleAfterSeconds: () => null,
  };
}
