import type { CloudUse } from '@sekisho/core/cloud';
import type { Connection } from '../../connection.ts';
import { listGroups } from '../../identitystore/groups.ts';
import { organizationAccounts } from '../../organizations/accounts.ts';
import type { AccessPlace } from '../../policies/place.ts';
import { createInstances } from '../../sso/instance.ts';
import { createPermissionSets } from '../../sso/permission-sets.ts';
import { arnsOf } from '../arns.ts';

/** What is lent by Identity Center, as the configuration says it: by names. */
export type AccessUse = Extract<CloudUse, { readonly kind: 'access' }>;

/**
 * Where Identity Center is, and the ids of what is lent there, found as lending finds them.
 * Errors: `denied` for what the role may not read, `not-found` without an Identity Center.
 */
export async function accessPlace(
  at: Connection,
  use: AccessUse,
  installation: string,
): Promise<AccessPlace> {
  const { account, region } = at.scope;
  const instance = await createInstances().of(at);
  const sets = await createPermissionSets(() => new Date()).list(at, instance);
  const groups = use.groups.length === 0 ? [] : await listGroups(at, instance);
  const accounts = await organizationAccounts(at);
  return {
    ...{ partition: arnsOf(at.scope).partition, account, regions: [region], installation },
    instance: lastOf(instance.instanceArn),
    identityStore: instance.identityStoreId,
    // No statement of lending is about the organization itself.
    organization: '',
    management: accounts.find(({ management }) => management)?.id ?? account,
    lent: {
      accounts: use.accounts,
      permissionSets: sets
        .filter(({ name }) => use.permissionSets.includes(name))
        .map(({ arn }) => lastOf(arn)),
      groups: groups.filter(({ name }) => use.groups.includes(name)).map(({ groupId }) => groupId),
    },
    schedulerRole: use.removalRole,
    // Nor about Sekisho's own role.
    ownRole: '',
  };
}

function lastOf(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}
