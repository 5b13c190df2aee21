import { canonicalJson } from '@sekisho/config';
import type { LeaseRow, Memo, Observation, TargetRow } from '../../leases/index.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import type { CiCloud, SeenRole } from '../cloud.ts';
import { roleOfLease, scopeOfRole } from '../frozen.ts';
import { policyPrefix } from '../policies/index.ts';
import { livingSessions } from '../store.ts';
import { type Policies, policiesFor, type RoleDesired } from './wanted.ts';

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
    return [key, sight instanceof CloudError ? sight : sightOf(sight, alive, at)] as const;
  });
  return new Map(await Promise.all(looks));
}

function sightOf(role: SeenRole | null, alive: ReadonlyMap<string, Date>, at: Date): RoleSeen {
  const rest = { role, alive, at, detail: null, resource: role?.arn ?? null, usedAt: null };
  return role === null
    ? { ...rest, status: 'broken', step: 'writing-policies', missing: 'role-gone' }
    : { ...rest, status: 'ready', step: 'writing-policies', missing: null };
}

/** What the role should have; nothing is wanted of one that is gone. */
export function wantedOf(desired: RoleDesired, { role, alive, at }: RoleSeen): Policies {
  return role === null ? {} : policiesFor(desired, role, alive, at);
}

/** AWS serves a policy everywhere only a while after it has taken it: seconds, as a rule. */
const propagationSeconds = 15;

/** When each window was written as it is, by its policy's name. */
function writtenAt(memo: Memo): Readonly<Record<string, string>> {
  const { written } = memo;
  return typeof written === 'object' && written !== null ? (written as Record<string, string>) : {};
}

/** Whether the role is as leases want it, and AWS has had the time to serve that. */
export function roleMatches(desired: RoleDesired, seen: RoleSeen, memo: Memo): boolean {
  const wanted = wantedOf(desired, seen);
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
