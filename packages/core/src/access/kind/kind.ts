import type { LeaseKind } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import type { AccessCloud } from '../cloud.ts';
import { centerOf } from '../frozen.ts';
import { judgeAtGrant } from '../judge-at-grant.ts';
import { changeAccess, isKept, isLeftOver, isMissed } from './change.ts';
import { type AccessDesired, desiredOf } from './desired.ts';
import { readMemo } from './memo.ts';
import { type AccessSeen, observeAccess } from './observe.ts';
import { switchName } from './switch-name.ts';

/** Identity Center takes seconds; other changes of the account and slowed calls come before. */
const giveUpSeconds = 15 * 60;
const provisioningSeconds = giveUpSeconds + 5 * 60;

/** The lease kind `permission-set`: one user's assignment of one set in one account, wanted by one lease or several. */
export function permissionSetKind(
  house: House,
  cloud: AccessCloud,
): LeaseKind<AccessDesired, AccessSeen> {
  return {
    name: 'permission-set',
    ...{ giveUpSeconds, provisioningSeconds, judgeAtGrant },
    missing: { 'not-found': 'permission-set-gone', invalid: 'assignment-failed' },
    desired: (leases) => desiredOf(house.config(), leases),
    observe: (targets, leases, tell) =>
      observeAccess({ cloud, now: house.clock.now(), tell }, targets, leases),
    matches(desired, seen, given) {
      const memo = readMemo(given);
      // What AWS said of the switch is to be remembered, whatever it said.
      if (memo.pending !== null || seen.armedFor !== undefined) return false;
      const kept = isKept(memo, desired);
      if (desired.lease === null) return !seen.assigned || memo.made !== true || kept;
      const noted = memo.unseenSince !== null;
      if (isMissed(desired, seen)) return noted;
      if (!seen.assigned || noted || isLeftOver(desired, seen)) return false;
      // What is ours to take away must be guarded; what stands must not be.
      if (kept) return memo.armedFor === null;
      return memo.made === true && memo.armedFor === desired.until?.toISOString();
    },
    change: (target, desired, seen, control) => changeAccess(cloud, target, desired, seen, control),
    async close(target, leases, control) {
      const last = leases.findLast(({ granted_at }) => granted_at !== null);
      if (last === undefined) return;
      await control.guard();
      await cloud.disarmRemoval(centerOf(last), switchName(target));
      await control.remember({ armedFor: null, found: false, made: false });
    },
    idleAfterSeconds: () => null,
  };
}
