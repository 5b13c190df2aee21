import type { Config } from '@sekisho/config';
import type { ChatGroups } from '../../chat/index.ts';
import type { LeaseRow, Observation, TargetRow } from '../../leases/index.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import { desiredOf, type MembershipDesired } from './desired.ts';
import { isKnown } from './is-known.ts';
import { madeIn } from './memo.ts';
import { missingOf } from './missing.ts';

/** What was seen of one person's place in a team. */
export interface MembershipSeen extends Observation {
  /** User groups that they are in, of those that were looked at. */
  readonly isIn: readonly string[];
  /** User groups that could not be looked at, and why: they keep no other group waiting. */
  readonly unseen: ReadonlyMap<string, CloudError>;
}

type Looked = Pick<MembershipSeen, 'isIn' | 'unseen'>;
type Members = (team: string, group: string) => Promise<readonly string[]>;

/**
 * Looks at the user groups of some targets, each group once.
 * @param chat absent where there is none: whoever is in a group because of us stays in it
 * @param wanted what of it can be had here
 */
export async function observeMembership(
  chat: ChatGroups | undefined,
  config: Config,
  targets: readonly TargetRow[],
  leases: readonly LeaseRow[],
  wanted: (desired: MembershipDesired) => MembershipDesired,
): Promise<ReadonlyMap<string, MembershipSeen | CloudError>> {
  const lists = new Map<string, Promise<readonly string[]>>();
  const members: Members | undefined =
    chat &&
    ((team, group) => {
      const listed = lists.get(group) ?? chat.members(team, group);
      lists.set(group, listed);
      return listed;
    });
  const looks = targets.map(async (target) => {
    const mine = leases.filter(({ target_key: key }) => key === target.key);
    const desired = wanted(desiredOf(mine));
    const made = madeIn(target.memo);
    const looked =
      members === undefined
        ? { isIn: made, unseen: new Map<string, CloudError>() }
        : await lookAt(members, desired, made);
    const left = members === undefined && desired.lease === null && made.length > 0;
    return [target.key, seenOf(config, desired, looked, left)] as const;
  });
  return new Map(await Promise.all(looks));
}

/** Nobody is in a group that is gone: whoever is to leave it has left. */
async function lookAt(
  members: Members,
  { slack, userGroups }: MembershipDesired,
  made: readonly string[],
): Promise<Looked> {
  const isIn: string[] = [];
  const unseen = new Map<string, CloudError>();
  if (slack === null) return { isIn, unseen };
  for (const group of new Set([...userGroups, ...made])) {
    const users = await orCloudError(members(slack.team, group));
    if (!(users instanceof CloudError)) {
      if (users.includes(slack.user)) isIn.push(group);
    } else if (users.failure !== 'not-found' || userGroups.includes(group)) {
      unseen.set(group, users);
    }
  }
  return { isIn, unseen };
}

/** @param left they are to leave groups of a chat that is not there any more */
function seenOf(
  config: Config,
  desired: MembershipDesired,
  { isIn, unseen }: Looked,
  left: boolean,
): MembershipSeen {
  const joined = desired.userGroups.every((group) => isIn.includes(group));
  const status = isKnown(config, desired) ? (joined ? 'ready' : 'pending') : 'broken';
  const step = desired.lease === null ? 'leaving' : joined ? 'ready' : 'joining';
  const [failure] = unseen.values();
  const missing = failure === undefined ? null : missingOf(failure.failure);
  return {
    ...{ status, step, isIn, unseen, missing: left ? 'user-group-left' : missing },
    ...{ detail: failure?.detail.slice(0, 500) ?? null, resource: null, usedAt: null },
  };
}
