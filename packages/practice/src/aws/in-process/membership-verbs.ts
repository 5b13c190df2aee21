import { type AccessCloud, CloudError } from '@sekisho/core/cloud';
import { practiceIdentityCenter } from '../sso/place.ts';
import { everyPage } from './every-page.ts';
import { unlessGone } from './instance-verbs.ts';
import type { Send } from './send.ts';

const { identityStoreId: IdentityStoreId } = practiceIdentityCenter;

/** The port's verbs about who is in which group. */
export function membershipVerbs(
  send: Send,
): Pick<AccessCloud, 'members' | 'addMember' | 'removeMember'> {
  return {
    members: async (scope, GroupId) =>
      everyPage((token) => {
        const of = { IdentityStoreId, GroupId };
        const page = send(scope, 'ListGroupMemberships', { ...of, ...token });
        const items = page.GroupMemberships.map(({ MemberId }) => MemberId.UserId);
        return { items, next: page.NextToken };
      }),
    addMember: async (scope, GroupId, UserId) => {
      const asked = { IdentityStoreId, GroupId, MemberId: { UserId } };
      try {
        send(scope, 'CreateGroupMembership', asked);
      } catch (error) {
        if (!(error instanceof CloudError && error.vendorCode === 'ConflictException')) throw error;
      }
    },
    removeMember: async (scope, GroupId, UserId) =>
      unlessGone(() => {
        const asked = { IdentityStoreId, GroupId, MemberId: { UserId } };
        const { MembershipId } = send(scope, 'GetGroupMembershipId', asked);
        send(scope, 'DeleteGroupMembership', { IdentityStoreId, MembershipId });
      }),
  };
}
