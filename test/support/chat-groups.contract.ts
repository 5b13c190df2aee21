import type { ChatGroups, CloudFailure } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Somebody who plays the chat: a workspace with one user group of two members, and three people in all. */
export interface ChatJudge {
  readonly groups: ChatGroups;
  readonly team: string;
  readonly userGroup: string;
  /** The first two are in the group. */
  readonly users: readonly [string, string, string];
  readonly guest: string;
  /** Refuses what follows so, until it is told null. */
  refuse(how: 'denied' | 'throttled' | null): Promise<void>;
  close(): Promise<void>;
}

/** One suite of behaviours of `ChatGroups`, whoever plays the chat. */
export function describeChatGroups(name: string, open: () => Promise<ChatJudge>): void {
  describe(`ChatGroups on ${name}`, () => {
    let judge: ChatJudge;
    beforeAll(async () => {
      judge = await open();
    });
    afterAll(() => judge?.close());
    describeLists(() => judge);
    describeRefusals(() => judge);
  });
}

function describeLists(judge: () => ChatJudge): void {
  it('replaces the whole list, and the same list again is no error', async () => {
    const { groups, team, userGroup, users } = judge();
    expect(sorted(await groups.members(team, userGroup))).toEqual(sorted(users.slice(0, 2)));
    const list = users.slice(1);
    for (const _ of [1, 2]) {
      await groups.setMembers(team, userGroup, list);
      expect(sorted(await groups.members(team, userGroup))).toEqual(sorted(list));
    }
  });

  it('the last one leaves, nobody is in it, and whoever joins next is alone in it', async () => {
    const { groups, team, userGroup, users } = judge();
    const [first, second] = users;
    await groups.setMembers(team, userGroup, [first]);
    for (const _ of [1, 2]) {
      await groups.setMembers(team, userGroup, []);
      expect(await groups.members(team, userGroup)).toEqual([]);
    }
    await groups.setMembers(team, userGroup, [second]);
    expect(await groups.members(team, userGroup)).toEqual([second]);
    await groups.setMembers(team, userGroup, []);
    await groups.setMembers(team, userGroup, [second]);
    expect(await groups.members(team, userGroup)).toEqual([second]);
  });
}

function describeRefusals(judge: () => ChatJudge): void {
  it('says what cannot be: no such group, somebody who cannot be in one', async () => {
    const { groups, team, userGroup, users, guest } = judge();
    const list = users.slice(0, 2);
    await groups.setMembers(team, userGroup, list);
    expect(await failure(groups.members(team, 'S0NONE'))).toBe('not-found');
    expect(await failure(groups.setMembers(team, 'S0NONE', list))).toBe('not-found');
    for (const wrong of [guest, 'U0NOBODY']) {
      expect(await failure(groups.setMembers(team, userGroup, [...list, wrong]))).toBe('invalid');
    }
    expect(sorted(await groups.members(team, userGroup))).toEqual(sorted(list));
  });

  it.each(['denied', 'throttled'] as const)('is %s and changes nothing', async (how) => {
    const { groups, team, userGroup, users, refuse } = judge();
    await groups.setMembers(team, userGroup, users.slice(0, 2));
    await refuse(how);
    expect(await failure(groups.setMembers(team, userGroup, users))).toBe(how);
    await refuse(null);
    expect(sorted(await groups.members(team, userGroup))).toEqual(sorted(users.slice(0, 2)));
  });
}

async function failure(call: Promise<unknown>): Promise<CloudFailure | 'none'> {
  return call.then(
    () => 'none' as const,
    (error: unknown) => Reflect.get(Object(error), 'failure') as CloudFailure,
  );
}

function sorted(users: readonly string[]): string[] {
  return users.toSorted((a, b) => a.localeCompare(b));
}
