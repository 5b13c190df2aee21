import type { ChatGroups } from '../../chat/index.ts';
import type { LeaseKind } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import { judgeAtGrant } from '../judge-at-grant.ts';
import { changeMembership } from './change.ts';
import { desiredOf, type MembershipDesired } from './desired.ts';
import { broughtBackBy, madeIn } from './memo.ts';
import { missingByFailure } from './missing.ts';
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
  const wanted = (desired: MembershipDesired): MembershipDesired =>
    chat === undefined ? { ...desired, userGroups: [] } : desired;
  return {
    name: 'membership',
    ...{ giveUpSeconds, provisioningSeconds, judgeAtGrant },
    missing: missingByFailure,
    desired: (leases) => wanted(desiredOf(leases)),
    observe: (targets, leases) => observeMembership(chat, house.config(), targets, leases, wanted),
    matches({ lease, userGroups, slack }, { isIn, unseen }, memo) {
      if (slack === null) return true;
      if (chat === undefined) return lease !== null || madeIn(memo).length === 0;
      const joined = userGroups.every((group) => isIn.includes(group));
      const left = madeIn(memo).every(
        (group) => userGroups.includes(group) || !isIn.includes(group),
      );
      const settled = Object.keys(broughtBackBy(memo)).length === 0;
      return joined && left && settled && unseen.size === 0;
    },
    change: (target, desired, seen, control) =>
      changeMembership({ house, chat }, target, desired, seen, control),
    close: (_target, _leases, control) => control.remember({ made: [], broughtBack: {} }),
    idleAfterSeconds: () => null,
  };
}
