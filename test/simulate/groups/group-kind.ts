import type { LeaseKind, LeaseRow, Observation } from '../../../packages/core/src/leases/index.ts';
import { judgeAtGrant } from '../../../packages/core/src/ops/judge-at-grant.ts';
import { type GroupService, standing } from './group-service.ts';

type Calls = Pick<GroupService, 'members' | 'join' | 'leave'>;

interface GroupSeen extends Observation {
  readonly members: readonly string[];
}

/** A lease of this kind wants its holder in a group, which other leases and standing access share. */
export function groupKind({
  members,
  join,
  leave,
}: Calls): LeaseKind<readonly string[], GroupSeen> {
  return {
    name: 'ops-server',
    judgeAtGrant,
    ...{ giveUpSeconds: 600, provisioningSeconds: 20 * 60 },
    desired: (leases) => [
      ...new Set([...standing, ...leases.filter(isLive).map(({ holder }) => holder)]),
    ],
    async observe(targets) {
      const seen = await members(targets.map(({ key }) => key));
      return new Map([...seen].map(([key, inside]) => [key, seenOf(inside)]));
    },
    matches: (desired, { members: inside }) =>
      desired.length === inside.length && desired.every((person) => inside.includes(person)),
    async change({ key }, desired, { members: inside }, control) {
      for (const person of inside.filter((each) => !desired.includes(each))) {
        await control.guard();
        await leave(key, person);
      }
      for (const person of desired.filter((each) => !inside.includes(each))) {
        await control.guard();
        await join(key, person);
      }
    },
    close: async () => undefined,
    idleAfterSeconds: () => null,
  };
}

export function isLive({ state }: Pick<LeaseRow, 'state'>): boolean {
  return state === 'granting' || state === 'active';
}

function seenOf(members: readonly string[]): GroupSeen {
  return {
    ...{ status: 'ready', step: 'ready', resource: 'group', members },
    ...{ missing: null, detail: null, usedAt: null },
  };
}
