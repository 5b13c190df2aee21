import type { AccessCloud, CloudScope, Removal } from '@sekisho/core/cloud';
import { practiceIdentityCenter } from '../sso/place.ts';
import { armedFor, armSchedule, disarmSchedule } from './arm-schedule.ts';
import { assignmentInput } from './assignment-verbs.ts';
import type { Send } from './send.ts';

const { identityStoreId: IdentityStoreId } = practiceIdentityCenter;

/** The port's verbs about schedules that take access away although Sekisho is dead. */
export function removalVerbs(
  send: Send,
  now: () => number,
): Pick<AccessCloud, 'armRemoval' | 'disarmRemoval' | 'removalArmedFor'> {
  return {
    armRemoval: async (scope, { name, at, removal }) =>
      armSchedule(send, now, scope, {
        ...{ name, at },
        ...callOf(send, scope, removal),
        role: 'sekisho-access-removal',
      }),
    disarmRemoval: async (scope, name) => disarmSchedule(send, scope, name),
    removalArmedFor: async (scope, name) => armedFor(send, scope, name),
  };
}

/** A membership is removed by an id that it has only once it is there. */
function callOf(send: Send, scope: CloudScope, removal: Removal) {
  if (removal.kind === 'assignment') {
    const input = assignmentInput(removal.assignment);
    return { action: 'ssoadmin:deleteAccountAssignment', input };
  }
  const MemberId = { UserId: removal.userId };
  const of = { IdentityStoreId, GroupId: removal.groupId, MemberId };
  const { MembershipId } = send(scope, 'GetGroupMembershipId', of);
  return {
    action: 'identitystore:deleteGroupMembership',
    input: { IdentityStoreId, MembershipId },
  };
}
