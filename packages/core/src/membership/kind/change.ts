import type { ChatGroups } from '../../chat/index.ts';
import type { Control } from '../../leases/index.ts';
import type { MembershipDesired } from './desired.ts';
import { madeIn } from './memo.ts';
import type { MembershipSeen } from './observe.ts';

/** One idempotent move of somebody's user groups towards what is desired. */
export async function changeMembership(
  chat: ChatGroups,
  { slack, userGroups }: MembershipDesired,
  { isIn }: MembershipSeen,
  control: Control,
): Promise<void> {
  if (slack === null) return;
  for (const group of userGroups.filter((each) => !isIn.includes(each))) {
    await control.remember({ made: [...new Set([...madeIn(control.memo), group])] });
    await rewrite(chat, control, { ...slack, group, isMember: true });
  }
  for (const group of madeIn(control.memo).filter((each) => !userGroups.includes(each))) {
    if (isIn.includes(group)) await rewrite(chat, control, { ...slack, group, isMember: false });
  }
}

interface Place {
  /** Of Slack: the workspace, and the person in it. */
  readonly team: string;
  readonly user: string;
  readonly group: string;
  readonly isMember: boolean;
}

/**
 * Slack takes whole lists only, so that it is read right before: everybody else stays as they were.
 * The next look sees whether somebody wrote between.
 */
async function rewrite(
  chat: ChatGroups,
  control: Control,
  { team, user, group, isMember }: Place,
): Promise<void> {
  const before = await chat.members(team, group);
  if (before.includes(user) === isMember) return;
  await control.guard();
  const others = before.filter((member) => member !== user);
  await chat.setMembers(team, group, isMember ? [...others, user] : others);
}
