import type { ChatGroups, CloudFailure, MemberRules } from '@sekisho/core/cloud';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Somebody who plays the chat: a workspace with one user group of two members, and three people in all. */
export interface ChatJudge {
  readonly groups: ChatGroups;
  readonly team: string;
  readonly userGroup: string;
  /** The first two are in the group. */
  readonly users: readonly [string, string, string];
  readonly guest: string;
  /** Somebody else disables the group, or enables it again. */
  switch(how: 'disable' | 'enable'): Promise<void>;
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

/** Puts somebody in, or takes them out. @param lent those who were put in and taken out again */
function set(
  { groups, team, userGroup }: ChatJudge,
  user: string,
  isMember: boolean,
  {
    lent = [],
    broughtBack = [],
    guard = async () => undefined,
    bringBack = async () => undefined,
  }: { lent?: string[] } & Partial<Pick<MemberRules, 'guard' | 'broughtBack' | 'bringBack'>> = {},
): Promise<void> {
  const wereLent = async (users: readonly string[]) => users.every((one) => lent.includes(one));
  return groups.setMember(
    { team, userGroup, user, isMember },
    {
      ...{ guard, wereLent, bringBack, broughtBack },
    },
  );
}

/** Exactly these are in it from now on, whoever was before. */
async function begin(judge: ChatJudge, users: readonly string[]): Promise<void> {
  const before = await judge.groups.members(judge.team, judge.userGroup);
  for (const user of users) await set(judge, user, true, { lent: [...judge.users] });
  for (const user of before) if (!users.includes(user)) await set(judge, user, false);
}

function describeLists(judge: () => ChatJudge): void {
  const members = async () => sorted(await judge().groups.members(judge().team, judge().userGroup));

  it('puts one in and takes one out, everybody else stays, and the same again is no error', async () => {
    const [first, second, third] = judge().users;
    expect(await members()).toEqual(sorted([first, second]));
    for (const _ of [1, 2]) {
      await set(judge(), third, true);
      expect(await members()).toEqual(sorted([first, second, third]));
    }
    for (const _ of [1, 2]) {
      await set(judge(), first, false);
      expect(await members()).toEqual(sorted([second, third]));
    }
  });

  it('loses nobody of several changes at once', async () => {
    const [first, second, third] = judge().users;
    await begin(judge(), [first]);
    await Promise.all([
      set(judge(), second, true),
      set(judge(), third, true),
      set(judge(), first, false),
    ]);
    expect(await members()).toEqual(sorted([second, third]));
  });

  it('changes nothing once it may not any more', async () => {
    const [first, second, third] = judge().users;
    await begin(judge(), [first, second]);
    const guard = async () => Promise.reject(new Error('too late'));
    await expect(set(judge(), third, true, { guard })).rejects.toThrow('too late');
    await expect(set(judge(), second, false, { guard })).rejects.toThrow('too late');
    expect(await members()).toEqual(sorted([first, second]));
  });

  it('the last one leaves, nobody is in it, and whoever joins next is alone in it', async () => {
    const [first, second] = judge().users;
    await begin(judge(), [first]);
    for (const _ of [1, 2]) {
      await set(judge(), first, false);
      expect(await members()).toEqual([]);
    }
    await set(judge(), second, true, { lent: [first] });
    expect(await members()).toEqual([second]);
    await set(judge(), second, false);
    await set(judge(), second, true);
    expect(await members()).toEqual([second]);
  });

  it.each([true, false])(
    'whoever came back with a group goes again after a change that failed half way, joined: %s',
    async (joins) => {
      const [first, second] = judge().users;
      await begin(judge(), [first]);
      await set(judge(), first, false);
      const broughtBack: string[] = [];
      let calls = 0;
      const failing = {
        guard: async () => {
          calls += 1;
          if (calls > 1) throw new Error('too late');
        },
        bringBack: async (users: readonly string[]) => void broughtBack.push(...users),
      };
      await set(judge(), second, true, { lent: [first], ...failing }).catch(() => undefined);
      for (const _ of [1, 2]) await set(judge(), second, joins, { lent: [first], broughtBack });
      expect(await members()).toEqual(joins ? [second] : []);
    },
  );

  it('leaves a group disabled that somebody else disabled, and loses nobody of it', async () => {
    const [first, second, third] = judge().users;
    await begin(judge(), [first, second]);
    await judge().switch('disable');
    expect(await failure(set(judge(), third, true, { lent: [first] }))).toBe('conflict');
    await set(judge(), second, false);
    expect(await members()).toEqual([]);
    await judge().switch('enable');
    expect(await members()).toEqual(sorted([first, second]));
  });
}

function describeRefusals(judge: () => ChatJudge): void {
  it('says what cannot be: no such group, somebody who cannot be in one', async () => {
    const { groups, team, userGroup, users, guest } = judge();
    const list = users.slice(0, 2);
    await begin(judge(), list);
    expect(await failure(groups.members(team, 'S0NONE'))).toBe('not-found');
    expect(await failure(set({ ...judge(), userGroup: 'S0NONE' }, users[2], true))).toBe(
      'not-found',
    );
    for (const wrong of [guest, 'U0NOBODY']) {
      expect(await failure(set(judge(), wrong, true))).toBe('invalid');
    }
    expect(sorted(await groups.members(team, userGroup))).toEqual(sorted(list));
  });

  it.each(['denied', 'throttled'] as const)('is %s and changes nothing', async (how) => {
    const { groups, team, userGroup, users, refuse } = judge();
    await begin(judge(), users.slice(0, 2));
    await refuse(how);
    expect(await failure(set(judge(), users[2], true))).toBe(how);
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
