import type { Config } from '@sekisho/config';
import type { ChatGroups } from '../../chat/index.ts';
import type { LeaseRow, Observation, TargetRow } from '../../leases/index.ts';
import { personOf } from '../../people/index.ts';
import { type CloudError, orCloudError } from '../../platform/cloud-error.ts';
import { desiredOf, type MembershipDesired } from './desired.ts';
import { madeIn } from './memo.ts';

/** What was seen of one person's place in a team. */
export interface MembershipSeen extends Observation {
  /** User groups that they are in, of those that were looked at. */
  readonly isIn: readonly string[];
}

/** Looks at the user groups of some targets, each group once. @param wanted what of it can be had here */
export async function observeMembership(
  chat: ChatGroups,
  config: Config,
  targets: readonly TargetRow[],
  leases: readonly LeaseRow[],
  wanted: (desired: MembershipDesired) => MembershipDesired,
): Promise<ReadonlyMap<string, MembershipSeen | CloudError>> {
  const lists = new Map<string, Promise<readonly string[]>>();
  const members = (team: string, group: string) => {
    const listed = lists.get(group) ?? chat.members(team, group);
    lists.set(group, listed);
    return listed;
  };
  const looks = targets.map(async (target) => {
    const mine = leases.filter(({ target_key: key }) => key === target.key);
    const desired = wanted(desiredOf(mine));
    const seen = await orCloudError(observeOne(members, config, target, desired));
    return [target.key, seen] as const;
  });
  return new Map(await Promise.all(looks));
}

async function observeOne(
  members: (team: string, group: string) => Promise<readonly string[]>,
  config: Config,
  target: TargetRow,
  desired: MembershipDesired,
): Promise<MembershipSeen> {
  const { slack, userGroups } = desired;
  const isIn: string[] = [];
  for (const group of new Set([...userGroups, ...madeIn(target.memo)])) {
    if (slack === null) break;
    if ((await members(slack.team, group)).includes(slack.user)) isIn.push(group);
  }
  const joined = userGroups.every((group) => isIn.includes(group));
  const status = isKnown(config, desired) ? (joined ? 'ready' : 'pending') : 'broken';
  const step = desired.lease === null ? 'leaving' : joined ? 'ready' : 'joining';
  return {
    ...{ status, step, isIn, missing: null, detail: null },
    ...{ resource: null, usedAt: null },
  };
}

/** A team that is no longer in the file, and somebody who is no longer in the roster, have no membership. */
function isKnown(config: Config, { lease }: MembershipDesired): boolean {
  if (lease === null) return true;
  const team = config.memberships.some(({ team: name }) => name === lease.environment);
  return team && personOf(config, lease.holder) !== undefined;
}
