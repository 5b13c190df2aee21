import type { Channel, Person, SlackState, UserGroup } from './state.ts';
import type { Rng } from './world.ts';
import { newHex, newId } from './world.ts';

/** A person of the seed; the rest of `Person` has sensible defaults. */
export type SeedPerson = Pick<Person, 'id' | 'name' | 'realName' | 'locale'> & Partial<Person>;

/** The workspace that practice Slack starts with. */
export interface SlackSeed {
  readonly team: SlackState['team'];
  readonly people: readonly SeedPerson[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
  /** None without it. */
  readonly userGroups?: readonly Omit<UserGroup, 'disabledAt'>[];
  readonly commands: readonly string[];
  readonly rateLimits?: boolean;
  /** What the app's bot may do; what Sekisho's manifest asks for without it. */
  readonly scopes?: readonly string[];
}

const BOT = 'U0SEKISHO';
const STAFF = ['U0SRE', 'U0SRE2', 'U0ENG', 'U0SUP', 'U0AUD'];

/** The practice workspace: the people whose hats can be worn, a guest, and somebody who left. */
export const PRACTICE_SLACK_SEED: SlackSeed = {
  team: { id: 'T0PRACTICE', name: 'Practice', domain: 'practice' },
  people: [
    { id: 'U0SRE', name: 'hanako', realName: '佐藤 花子 / Hanako Sato', locale: 'ja-JP' },
    { id: 'U0SRE2', name: 'ken', realName: 'Ken Watanabe', locale: 'en-US' },
    { id: 'U0ENG', name: 'taro', realName: '鈴木 太郎 / Taro Suzuki', locale: 'ja-JP' },
    { id: 'U0SUP', name: 'emi', realName: 'Emi Tanaka', locale: 'ja-JP' },
    { id: 'U0AUD', name: 'auditor', realName: '監査 一郎 / Ichiro Kansa', locale: 'ja-JP' },
    { id: 'U0GUEST', name: 'guest', realName: 'Gale Guest', locale: 'en-US', restricted: true },
    { id: 'U0GONE', name: 'gone', realName: 'Mika Mori', locale: 'ja-JP', deleted: true },
  ],
  channels: [
    { id: 'C0OPS', name: 'ops', members: [...STAFF, 'U0GUEST', BOT] },
    // Pages come here: the engineer owns two of the services, and is to see what was broken on purpose.
    { id: 'C0SRE', name: 'sre', members: ['U0SRE', 'U0SRE2', 'U0ENG', BOT] },
    { id: 'C0GENERAL', name: 'general', members: [...STAFF, 'U0GUEST'] },
  ],
  userGroups: [{ id: 'S0SRE', name: 'SRE', handle: 'sre-team', users: ['U0SRE', 'U0SRE2'] }],
  commands: ['/ops', '/sekisho'],
};

/** The first state of a workspace; tokens and the signing secret are drawn from `rng`. */
export function initialState(seed: SlackSeed, now: number, rng: Rng): SlackState {
  const bot = { id: BOT, name: 'sekisho', realName: 'Sekisho', locale: 'en-US', bot: true };
  const people = [...seed.people, bot].map(toPerson);
  const created = Math.floor(now / 1000);
  const channels = seed.channels.map(
    (c): Channel => ({ ...c, kind: 'channel', archived: false, created }),
  );
  return {
    team: seed.team,
    app: {
      id: 'A0SEKISHO',
      botId: 'B0SEKISHO',
      botUser: BOT,
      botToken: `xoxb-practice-${newId(rng, '', 24)}`,
      appToken: `xapp-1-A0SEKISHO-${newHex(rng, 32)}`,
      signingSecret: newHex(rng, 32),
      commands: seed.commands,
      ...(seed.scopes === undefined ? {} : { scopes: seed.scopes }),
    },
    rateLimits: seed.rateLimits ?? true,
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
    userGroups: userGroupsOf(seed),
    messages: {},
    views: {},
    modals: {},
    homes: {},
    spentTriggers: {},
    hookUses: {},
    tickets: {},
    buckets: {},
    faults: { delayMs: 0, duplicates: 0, dropAcks: 0, rateLimited: 0, retryAfterSeconds: 1 },
    lastTs: '0.000000',
  };
}

/** The seed's user groups, all of them enabled. */
export function userGroupsOf({
  userGroups = [],
}: SlackSeed): NonNullable<SlackState['userGroups']> {
  return Object.fromEntries(userGroups.map((group) => [group.id, { ...group, disabledAt: null }]));
}

function toPerson(person: SeedPerson): Person {
  return {
    email: emailOf(person.realName),
    timeZone: 'Asia/Tokyo',
    restricted: false,
    deleted: false,
    bot: false,
    ...person,
  };
}

/** Everybody's address is made of their name in Latin letters, as in the configuration of practice. */
function emailOf(realName: string): string {
  const latin = realName.split(' / ').at(-1) ?? realName;
  return `${latin.toLowerCase().replaceAll(' ', '.')}@example.com`;
}
