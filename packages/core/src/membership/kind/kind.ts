import { type ChatGroups, noChatGroups } from '../../chat/index.ts';
import type { LeaseKind } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import { judgeAtGrant } from '../judge-at-grant.ts';
import { changeMembership } from './change.ts';
import { desiredOf, type MembershipDesired } from './desired.ts';
import { madeIn } from './memo.ts';
import { type MembershipSeen, observeMembership } from './observe.ts';

/** Slack takes seconds; a slowed or silent one is waited for. */
const giveUpSeconds = 15 * 60;
const provisioningSeconds = giveUpSeconds + 5 * 60;

/**
 * The lease kind `membership`: somebody's place in a team. The roster in force follows from the lease
 * being active; what is changed here are the user groups of the chat. What the member has in AWS are
 * parts, leases of their own.
 * @param chat absent where there is none: then nothing is changed
 */
export function membershipKind(
  house: House,
  chat: ChatGroups | undefined,
): LeaseKind<MembershipDesired, MembershipSeen> {
  const groups = chat ?? noChatGroups;
  const wanted = (desired: MembershipDesired): MembershipDesired =>
    chat === undefined ? { ...desired, userGroups: [] } : desired;
  return {
    name: 'membership',
    ...{ giveUpSeconds, provisioningSeconds, judgeAtGrant },
    missing: {
      ...{ 'not-found': 'user-group-gone', denied: 'user-group-denied' },
      ...{ invalid: 'user-group-refused', throttled: 'chat-throttled' },
      'unknown-outcome': 'chat-unreachable',
    },
    desired: (leases) => wanted(desiredOf(leases)),
    observe: (targets, leases) =>
      observeMembership(groups, house.config(), targets, leases, wanted),
    matches({ userGroups, slack }, { isIn }, memo) {
      if (slack === null) return true;
      const joined = userGroups.every((group) => isIn.includes(group));
      return (
        joined && madeIn(memo).every((group) => userGroups.includes(group) || !isIn.includes(group))
      );
    },
    change: (_target, desired, seen, control) => changeMembership(groups, desired, seen, control),
    close: (_target, _leases, control) => control.remember({ made: [] }),
    idleAfterSeconds: () => null,
  };
}
