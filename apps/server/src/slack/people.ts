import type { PersonConfig } from '@sekisho/config';
import type { ErrorCode, FactsOf, Language } from '@sekisho/contract';
import { askForLink, type Context, personOfSlack, systemPrincipal } from '@sekisho/core';
import { languageOf } from '@sekisho/words';
import type { Incoming } from './come-in/incoming.ts';
import type { Parts } from './parts.ts';

/** Somebody who may not use the door, and why. */
export interface Refused<Code extends ErrorCode = 'not-in-roster' | 'guest-refused'> {
  readonly code: Code;
  readonly facts: FactsOf<Code>;
  readonly language: Language;
  /** Address at which they can say which person of the roster they are; good once, for 10 minutes. */
  readonly link?: string;
}

export type Admission = { readonly person: PersonConfig } | { readonly refused: Refused };

interface Account {
  readonly guest: boolean;
  readonly gone: boolean;
  readonly team: string;
  readonly name: string;
  readonly language: Language;
}

type Who = Pick<Incoming, 'team' | 'user'>;

const rememberedMs = 10 * 60_000;

/** Knows who acts: team and user must both be the roster's, and the account a full member's. */
export interface People {
  /** Errors: throws when Slack cannot say who it is; nobody is let in on a guess. */
  admit(incoming: Who): Promise<Admission>;
}

export function createPeople(
  parts: Pick<Parts, 'client' | 'house' | 'turnAway' | 'logger'>,
): People {
  const { client, house } = parts;
  const known = new Map<string, { account: Account; at: number }>();
  const accountOf = async (user: string): Promise<Account> => {
    const now = house.clock.now().getTime();
    const remembered = known.get(user);
    if (remembered !== undefined && now - remembered.at < rememberedMs) return remembered.account;
    const account = readAccount(await client.users.info({ user, include_locale: true }));
    known.set(user, { account, at: now });
    return account;
  };
  const judge = async ({ team, user }: Who): Promise<Admission> => {
    const person = await personOfSlack(house, { team, user });
    if (person === undefined) {
      const account = await accountOf(user).catch(() => null);
      return withLink(parts, { team, user }, account, unknown(user, team, account));
    }
    const { guest, gone, team: home } = await accountOf(user);
    const { language } = person;
    if (guest) return { refused: { code: 'guest-refused', facts: {}, language } };
    if (!gone && home === team) return { person };
    return {
      refused: { code: 'not-in-roster', facts: { who: person.name[language] }, language },
    };
  };
  return {
    async admit(who) {
      const admission = await judge(who);
      if ('refused' in admission) await record(parts, who, admission.refused);
      return admission;
    },
  };
}

/** That it cannot be recorded keeps nobody from being told why they are refused. */
async function record(
  { turnAway, logger }: Pick<Parts, 'turnAway' | 'logger'>,
  { team, user }: Who,
  { code }: Refused,
): Promise<void> {
  const stranger = { door: 'slack', id: `${team}/${user}`, code } as const;
  await turnAway(stranger).catch((err: unknown) =>
    logger.error({ err, user, team }, 'a refusal could not be recorded'),
  );
}

function unknown(
  user: string,
  team: string,
  account: Account | null,
): { readonly refused: Refused } {
  const language = account?.language ?? 'en';
  if (account?.guest === true) return { refused: { code: 'guest-refused', facts: {}, language } };
  // Both ids, so that whoever adds them to the roster has what they need.
  const who = `${account?.name ?? user} (user ${user}, team ${team})`;
  return { refused: { code: 'not-in-roster', facts: { who }, language } };
}

/** Full members of the workspace may say who they are, where people can sign in to say it. */
async function withLink(
  { house }: Pick<Parts, 'house'>,
  who: Who,
  account: Account | null,
  admission: { readonly refused: Refused },
): Promise<Admission> {
  const { login, url } = house.config();
  const member = account !== null && !account.guest && !account.gone && account.team === who.team;
  if (!member || login === null || url === null) return admission;
  const secret = await askForLink(house, who);
  return { refused: { ...admission.refused, link: `${url}/link?secret=${secret}` } };
}

function readAccount({ user }: Awaited<ReturnType<Parts['client']['users']['info']>>): Account {
  const guest =
    user?.is_restricted === true || user?.is_ultra_restricted === true || user?.is_bot === true;
  return {
    guest: guest || user?.is_stranger === true,
    gone: user?.deleted === true,
    team: user?.team_id ?? '',
    name: user?.real_name ?? user?.name ?? '',
    language: languageOf(user?.locale),
  };
}

/** The person as the core knows who acts. The key of what came in makes a repeat the same call. */
export function contextOf(person: PersonConfig, { key, at }: Incoming): Context {
  return {
    principal: { id: person.id, kind: 'person', assurance: 'slack', authenticatedAt: at },
    language: person.language,
    requestId: `slack-${key.slice(0, 16)}`,
    idempotencyKey: key,
    scopes: null,
  };
}

/** Sekisho itself, reading what it shows in a channel. */
export function systemContext({ house }: Pick<Parts, 'house'>, language: Language): Context {
  const principal = systemPrincipal(house.clock.now());
  return { principal, language, requestId: house.ids.id('req'), scopes: null };
}
