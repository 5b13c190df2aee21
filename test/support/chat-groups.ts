import { type ChatGroups, CloudError, type CloudFailure } from '@sekisho/core/cloud';

/** User groups in memory, for tests that are not about a chat. */
export interface FakeChatGroups extends ChatGroups {
  /** Who is in each group; of a disabled one, whom it keeps. */
  readonly lists: Map<string, readonly string[]>;
  readonly disabled: Set<string>;
  /** Refuses every call so until it is null. */
  refusal: CloudFailure | null;
}

/** Groups `S…` with the people in each; `people` may be in one, nobody else. */
export function createFakeChatGroups(
  groups: Readonly<Record<string, readonly string[]>>,
  people: readonly string[],
): FakeChatGroups {
  const lists = new Map(Object.entries(groups));
  const disabled = new Set<string>();
  const listOf = (id: string): readonly string[] => {
    if (fake.refusal !== null) throw new CloudError(fake.refusal, 'Refused', 'as told');
    const list = lists.get(id);
    if (list === undefined) throw new CloudError('not-found', 'no_such_subteam', id);
    return list;
  };
  const fake: FakeChatGroups = {
    lists,
    disabled,
    refusal: null,
    members: async (_team, id) => {
      const list = listOf(id);
      return disabled.has(id) ? [] : list;
    },
    setMember: async ({ userGroup: id, user, isMember }, { guard, wereLent }) => {
      const others = () => listOf(id).filter((member) => member !== user);
      if ((!disabled.has(id) && listOf(id).includes(user)) === isMember) return;
      if (!people.includes(user)) throw new CloudError('invalid', 'invalid_users', user);
      if (disabled.has(id) && others().length > 0 && !(await wereLent(others()))) {
        throw new CloudError('conflict', 'disabled_group', id);
      }
      await guard();
      const kept = disabled.delete(id) ? [] : others();
      if (isMember || kept.length > 0) lists.set(id, isMember ? [...kept, user] : kept);
      else disabled.add(id);
    },
  };
  return fake;
}
