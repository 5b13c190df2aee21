import { CloudError, type Removal } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { findMembership } from '../identitystore/memberships.ts';
import { assignmentRequest } from '../sso/change-assignment.ts';
import type { Instance } from '../sso/instance.ts';
import { planCall, type SchedulePlan } from './plan.ts';

/** What to remove, and the role that may. */
export interface RemovalOrder {
  readonly removal: Removal;
  readonly roleArn: string;
}

/**
 * What a removal is as a schedule. A membership is removed by an id that it has only once it is there.
 * Errors: `not-found` for a membership that is not there (yet).
 */
export async function planRemoval(
  connection: Connection,
  instance: Instance,
  { removal, roleArn }: RemovalOrder,
): Promise<(at: Date) => SchedulePlan> {
  const { region } = connection.scope;
  if (removal.kind === 'assignment') {
    const input = assignmentRequest(instance, removal.assignment);
    const action = 'ssoadmin:deleteAccountAssignment';
    return (at) => planCall({ region, action, roleArn, input }, at);
  }
  const MembershipId = await findMembership(connection, instance, removal);
  if (MembershipId === null) {
    const detail = `user ${removal.userId} is not in group ${removal.groupId}`;
    throw new CloudError('not-found', 'NoMembership', detail);
  }
  const input = { IdentityStoreId: instance.identityStoreId, MembershipId };
  const action = 'identitystore:deleteGroupMembership';
  return (at) => planCall({ region, action, roleArn, input }, at);
}
