import { type ChatGroups, CloudError, type CloudFailure } from '@sekisho/core/cloud';

/** User groups in memory, for tests that are not about a chat. */
export interface FakeChatGroups extends ChatGroups {
  /** Who is in each group; an empty list is a disabled group. */
  readonly lists: Map<string, readonly string[]>;
  /** Refuses every call so until it is null. */
  refusal: CloudFailure | null;
}

/** Groups `S…` with the people in each; `people` may be in one, nobody else. */
export function createFakeChatGroups(
  groups: Readonly<Record<string, readonly string[]>>,
  people: readonly string[],
): FakeChatGroups {
  const lists = new Map(Object.entries(groups));
  const listOf = (id: string): readonly string[] => {
    if (fake.refusal !== null) throw new CloudError(fake.refusal, 'Refused', 'as told');
    const list = lists.get(id);
    if (list === undefined) throw new CloudError('not-found', 'no_such_subteam', id);
    return list;
  };
  const fake: FakeChatGroups = {
    lists,
    refusal: null,
    members: async (_team, id) => listOf(id),
    setMembers: async (_team, id, users) => {
      listOf(id);
      const strange = users.find((user) => !people.includes(user));
      if (strange !== undefined) throw new CloudError('invalid', 'invalid_users', strange);
      lists.set(id, [...new Set(users)]);
    },
  };
  return fake;
}
