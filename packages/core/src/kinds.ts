import { noAccessCloud, permissionSetKind } from './access/index.ts';
import { ciRoleKind, noCiCloud } from './ci/index.ts';
import type { LeaseKinds } from './leases/index.ts';
import { membershipKind } from './membership/index.ts';
import { opsServerKind } from './ops/index.ts';
import type { House } from './platform/context.ts';
import type { Ports } from './ports.ts';

/** Everything that can be lent. */
export function kindsOf(house: House, { cloud, access, ci, chatGroups }: Ports): LeaseKinds {
  return {
    'ops-server': opsServerKind(house, cloud),
    'permission-set': permissionSetKind(house, access ?? noAccessCloud),
    'ci-role': ciRoleKind(house, ci?.cloud ?? noCiCloud),
    membership: membershipKind(house, chatGroups),
  };
}
