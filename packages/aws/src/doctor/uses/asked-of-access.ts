import type { Connection } from '../../connection.ts';
import { accessPolicy, accessRemovalPolicy } from '../../policies/access.ts';
import type { AccessPlace } from '../../policies/place.ts';
import { arnsOf } from '../arns.ts';
import { type AccessUse, accessPlace } from './access-place.ts';
import type { Asked } from './asked.ts';
import { kindOf } from './kinds.ts';

/** What lending by Identity Center needs of Sekisho's role, and of the role that removals act with. */
export async function askedOfAccess(
  at: Connection,
  use: AccessUse,
  installation: string,
): Promise<readonly Asked[]> {
  const place = await accessPlace(at, use, installation);
  const asking = { region: at.scope.region, filled: lentIn(place), isUsed: isUsed(place) };
  const removal = arnsOf(at.scope).role(use.removalRole);
  return [
    { policy: 'access', document: accessPolicy(place), role: at.scope.roleArn ?? null, asking },
    { policy: 'access-removal', document: accessRemovalPolicy(place), role: removal, asking },
  ];
}

/** Where a statement is about every account or set, those that are lent are asked about. */
function lentIn({ partition, instance, lent }: AccessPlace) {
  const sso = `arn:${partition}:sso:::`;
  const there: Readonly<Record<string, readonly string[]>> = {
    account: lent.accounts.map((id) => `${sso}account/${id}`),
    permissionSet: lent.permissionSets.map((id) => `${sso}permissionSet/${instance}/${id}`),
  };
  return (resource: string) =>
    resource.startsWith(sso) ? (there[kindOf(resource)] ?? []) : ([] as const);
}

/** What nothing is lent by is not asked about: assignments, or groups. */
function isUsed({ lent }: AccessPlace) {
  return (action: string): boolean => {
    if (/^sso:(Create|Delete)AccountAssignment$/.test(action))
      return lent.permissionSets.length > 0;
    if (action.endsWith('GroupMembership')) return lent.groups.length > 0;
    return true;
  };
}
