import type { ChatGroups } from '../../chat/index.ts';
import type { Control, TargetRow } from '../../leases/index.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import type { MembershipDesired } from './desired.ts';
import { madeIn } from './memo.ts';
import type { MembershipSeen } from './observe.ts';
import { wereLent } from './once-lent.ts';

/** What a change of somebody's user groups needs. */
export interface Changer {
  readonly house: House;
  /** Absent where there is none. */
  readonly chat: ChatGroups | undefined;
}

/**
 * One idempotent move of somebody's user groups towards what is desired. A group that fails keeps no
 * other waiting. Errors: what the first of them failed with.
 */
export async function changeMembership(
  { house, chat }: Changer,
  { environment: team }: Pick<TargetRow, 'environment'>,
  { slack, userGroups }: MembershipDesired,
  { isIn, unseen }: MembershipSeen,
  control: Control,
): Promise<void> {
  if (slack === null) return;
  if (chat === undefined) return control.remember({ made: [] });
  const [...failures] = unseen.values();
  const set = async (userGroup: string, isMember: boolean) => {
    const rules = {
      guard: () => control.guard(),
      wereLent: (users: readonly string[]) => wereLent(house, { team, userGroup }, users),
    };
    const place = { ...slack, userGroup, isMember };
    const failure = await orCloudError(chat.setMember(place, rules));
    if (failure instanceof CloudError) failures.push(failure);
  };
  for (const group of userGroups.filter((each) => !isIn.includes(each) && !unseen.has(each))) {
    await control.remember({ made: [...new Set([...madeIn(control.memo), group])] });
    await set(group, true);
  }
  for (const group of madeIn(control.memo).filter((each) => !userGroups.includes(each))) {
    if (isIn.includes(group)) await set(group, false);
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}
