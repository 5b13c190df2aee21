import type { LeaseKind, LeaseRow, Memo } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import type { OpsCloud } from '../cloud.ts';
import { scopeOf } from '../frozen.ts';
import { judgeAtGrant } from '../judge-at-grant.ts';
import { wholeSeconds } from '../tags.ts';
import { changeServer } from './change.ts';
import { guarded } from './guarded.ts';
import { observeServers } from './observe.ts';
import type { ServerDesired } from './scope.ts';
import type { ServerSeen } from './seen.ts';
import { switchName } from './switch.ts';
import { tagsMatch, usedLater } from './tend.ts';

/** Making a server is given up after this at the earliest: capacity comes and goes. */
const leastGiveUpSeconds = 15 * 60;
/** For what lies between: launches and ends that are seen late, and the way to the next look. */
const marginSeconds = 5 * 60;
/** A server, its reboot, its replacement and the reboot of that. */
const waits = 4;

/** The lease kind `ops-server`: one instance for one lease. */
export function opsServerKind(house: House, cloud: OpsCloud): LeaseKind<ServerDesired, ServerSeen> {
  return {
    name: 'ops-server',
    judgeAtGrant,
    get giveUpSeconds() {
      return giveUpSeconds(house);
    },
    get provisioningSeconds() {
      return giveUpSeconds(house) + marginSeconds;
    },
    desired: (leases) => ({
      lease: leases.find(({ state }) => state === 'granting' || state === 'active') ?? null,
      last: leases.find((lease) => lease.granted_at !== null) ?? null,
    }),
    observe: (targets, leases, tell) => {
      const granted = leases.filter((lease) => lease.granted_at !== null);
      return observeServers({ house, cloud, tell }, targets, granted);
    },
    matches,
    async change(_target, desired, seen, control) {
      const { installation, leases } = house.config();
      const { readyWithinSeconds } = leases;
      await changeServer({ cloud, installation, readyWithinSeconds, desired, seen, control });
    },
    async close(_target, leases, control) {
      for (const lease of leases.filter((each) => each.granted_at !== null)) {
        await guarded(control, () => cloud.disarm(scopeOf(lease), switchName(lease)));
      }
    },
    idleAfterSeconds: (lease: LeaseRow) =>
      house.config().environments[lease.environment]?.opsServer.idleAfterSeconds ?? null,
  };
}

function giveUpSeconds(house: House): number {
  const { readyWithinSeconds } = house.config().leases;
  return Math.max(leastGiveUpSeconds, waits * readyWithinSeconds + marginSeconds);
}

function matches({ lease }: ServerDesired, seen: ServerSeen, memo: Memo): boolean {
  if (lease === null) return seen.living.length === 0 && seen.status !== 'pending';
  const [instance, ...extra] = seen.living;
  if (seen.status !== 'ready' || instance === undefined || extra.length > 0) return false;
  const used = seen.usedAt !== null && usedLater(seen.usedAt, memo.usedAt);
  return (
    tagsMatch(lease, instance) &&
    memo.armedFor === wholeSeconds(lease.hard_maximum) &&
    memo.settledHolder === lease.holder &&
    !memo.unseenSince &&
    !seen.switchCheckDue &&
    !used
  );
}
