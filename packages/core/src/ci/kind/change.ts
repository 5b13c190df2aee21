import { canonicalJson } from '@sekisho/config';
import type { Control } from '../../leases/index.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { CiCloud } from '../cloud.ts';
import { scopeOfRole } from '../frozen.ts';
import { endedPolicyName } from '../policies/index.ts';
import { oursOf, type RoleSeen, wantedOf } from './observe.ts';
import type { Policies, RoleDesired } from './wanted.ts';

/**
 * One move of a role's policies towards what leases want: first what takes power away, then what gives it.
 * Errors: `limit` when there is no room to deny all that are over, once those are denied for whom there is.
 */
export async function changeRole(
  cloud: CiCloud,
  desired: RoleDesired,
  seen: RoleSeen,
  control: Control,
): Promise<void> {
  const { role } = seen;
  if (role === null || desired.last === null) return;
  const scope = scopeOfRole(desired.last);
  const { policies: wanted, left } = wantedOf(desired, seen);
  const ours = oursOf(role);
  const stale = Object.keys(wanted).filter((name) => !same(wanted[name], ours[name]));
  for (const name of [...stale].sort(denialsFirst)) {
    const document = JSON.stringify(wanted[name]);
    // A window that only moves its end is served with the old one until AWS knows the new one.
    if (ours[name] === undefined) await noteWritten(control, name, wanted);
    await control.guard();
    await cloud.putRolePolicy(scope, { roleArn: role.arn, name, document });
  }
  for (const name of Object.keys(ours).filter((one) => !Object.hasOwn(wanted, one))) {
    await control.guard();
    await cloud.deleteRolePolicy(scope, { roleArn: role.arn, name });
  }
  if (left.length > 0) throw noRoom(left);
}

function noRoom(left: readonly string[]): CloudError {
  const many = `no room in the role's inline policies to deny ${left.length} leases`;
  return new CloudError('limit', 'LimitExceeded', many);
}

/** Notes when a window is written, and forgets those that are wanted no more. */
async function noteWritten(control: Control, name: string, wanted: Policies): Promise<void> {
  if (name === endedPolicyName) return;
  const before = (control.memo['written'] ?? {}) as Readonly<Record<string, string>>;
  const kept = Object.entries(before).filter(([one]) => Object.hasOwn(wanted, one));
  const written = { ...Object.fromEntries(kept), [name]: control.now().toISOString() };
  await control.remember({ written });
}

function denialsFirst(one: string, other: string): number {
  return Number(other === endedPolicyName) - Number(one === endedPolicyName);
}

function same(one: unknown, other: unknown): boolean {
  return other !== undefined && canonicalJson(one) === canonicalJson(other);
}
