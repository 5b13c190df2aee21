import { canonicalJson } from '@sekisho/config';
import type { LeaseRow, Memo, Observation, TargetRow } from '../../leases/index.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import type { CiCloud, SeenRole } from '../cloud.ts';
import { roleOfLease, scopeOfRole } from '../frozen.ts';
import { policyPrefix } from '../policies/index.ts';
import { livingSessions } from '../store.ts';
import { desiredOf, type Policies, policiesFor, type RoleDesired, type Wanted } from './wanted.ts';

/** What was seen of a role. */
export interface RoleSeen extends Observation {
  readonly role: SeenRole | null;
  /** Until when a session may live, by lease, of those of which one may. */
  readonly alive: ReadonlyMap<string, Date>;
  readonly at: Date;
}

/** Looks at each role, and at which of the sessions that we made may live; a role that refuses is one's own matter. */
export async function observeRoles(
  { house, cloud }: { readonly house: House; readonly cloud: CiCloud },
  targets: readonly TargetRow[],
  leases: readonly LeaseRow[],
): Promise<ReadonlyMap<string, RoleSeen | CloudError>> {
  const at = house.clock.now();
  const places = targets.flatMap(({ key }) => {
    const lease = leases.find((one) => one.target_key === key && one.granted_at !== null);
    return lease === undefined ? [] : [{ key, lease, arn: roleOfLease(lease).role }];
  });
  const alive = await livingSessions(
    house.database,
    places.map(({ arn }) => arn),
    at,
  );
  const looks = places.map(async ({ key, lease, arn }) => {
    const sight = await orCloudError(cloud.role(scopeOfRole(lease), arn, ''));
    const own = leases.filter((one) => one.target_key === key);
    const seen = sight instanceof CloudError ? sight : withRoom(sightOf(sight, alive, at), own);
    return [key, seen] as const;
  });
  return new Map(await Promise.all(looks));
}

function sightOf(role: SeenRole | null, alive: ReadonlyMap<string, Date>, at: Date): RoleSeen {
  const rest = { role, alive, at, detail: null, resource: role?.arn ?? null, usedAt: null };
  return role === null
    ? { ...rest, status: 'broken', step: 'writing-policies', missing: 'role-gone' }
    : { ...rest, status: 'ready', step: 'writing-policies', missing: null };
}

/** Says so where what is over cannot be denied for want of room. */
function withRoom(seen: RoleSeen, leases: readonly LeaseRow[]): RoleSeen {
  const { left } = wantedOf(desiredOf(leases), seen);
  return left.length === 0 ? seen : { ...seen, missing: 'policies-full' };
}

/** What the role should have; nothing is wanted of one that is gone. */
export function wantedOf(desired: RoleDesired, { role, alive, at }: RoleSeen): Wanted {
  return role === null ? { policies: {}, left: [] } : policiesFor(desired, role, alive, at);
}

/** AWS serves a policy everywhere only a while after it has taken it: seconds, as a rule. */
const propagationSeconds = 15;

/** When each window was written as it is, by its policy's name. */
function writtenAt(memo: Memo): Readonly<Record<string, string>> {
  const { written } = memo;
  return typeof written === 'object' && written !== null ? (written as Record<string, string>) : {};
}

/** Whether the role is as leases want it, nobody left whom it should deny, and AWS has had the time to serve that. */
export function roleMatches(desired: RoleDesired, seen: RoleSeen, memo: Memo): boolean {
  const { policies: wanted, left } = wantedOf(desired, seen);
  // Who is not denied is not taken back, whatever the role has.
  if (left.length > 0) return false;
  if (canonicalJson(wanted) !== canonicalJson(oursOf(seen.role))) return false;
  const written = writtenAt(memo);
  return Object.keys(wanted).every((name) => {
    const since = written[name];
    return since === undefined || +seen.at - Date.parse(since) >= propagationSeconds * 1000;
  });
}

/** The policies of a role that are ours. */
export function oursOf(role: SeenRole | null): Policies {
  const all = Object.entries(role?.policies ?? {});
  return Object.fromEntries(all.filter(([name]) => name.startsWith(policyPrefix)));
}
