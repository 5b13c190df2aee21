import type { ChatGroups } from '../../chat/index.ts';
import type { Control, TargetRow } from '../../leases/index.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import type { MembershipDesired } from './desired.ts';
import { broughtBackBy, madeIn } from './memo.ts';
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
  if (chat === undefined) return control.remember({ made: [], broughtBack: {} });
  const [...failures] = unseen.values();
  const set = async (userGroup: string, isMember: boolean) => {
    const rules = {
      guard: () => control.guard(),
      wereLent: (users: readonly string[]) => wereLent(house, { team, userGroup }, users),
      bringBack: (users: readonly string[]) => rememberBack(control, userGroup, users),
      broughtBack: broughtBackBy(control.memo)[userGroup] ?? [],
    };
    const place = { ...slack, userGroup, isMember };
    const failure = await orCloudError(chat.setMember(place, rules));
    const isGone = failure instanceof CloudError && failure.failure === 'not-found' && !isMember;
    if (failure instanceof CloudError && !isGone) failures.push(failure);
    else if (userGroup in broughtBackBy(control.memo)) await rememberBack(control, userGroup, []);
  };
  // What is left of a try that failed half way: they are as they should be, but others came back.
  const unsettled = Object.keys(broughtBackBy(control.memo));
  const isOff = (group: string, isMember: boolean) =>
    !unseen.has(group) && (isIn.includes(group) !== isMember || unsettled.includes(group));
  for (const group of userGroups.filter((each) => isOff(each, true))) {
    await control.remember({ made: [...new Set([...madeIn(control.memo), group])] });
    await set(group, true);
  }
  for (const group of madeIn(control.memo).filter((each) => !userGroups.includes(each))) {
    if (isOff(group, false)) await set(group, false);
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}

/** @param users nobody, when they are out again */
function rememberBack(
  control: Control,
  userGroup: string,
  users: readonly string[],
): Promise<void> {
  const { [userGroup]: _before, ...others } = broughtBackBy(control.memo);
  return control.remember({
    broughtBack: users.length === 0 ? others : { ...others, [userGroup]: users },
  });
}
