import { createHash } from 'node:crypto';
import type { PersonConfig } from '@sekisho/config';
import type { AnyLease } from '@sekisho/contract';
import { slackUsersOf } from '@sekisho/core';
import type { NoticeName } from '@sekisho/words';
import { textMessage } from '../message.ts';
import type { Parts } from '../parts.ts';
import { channelReader, readerOf } from '../reader.ts';
import { leaseNow, questionOf, showCard } from './card.ts';
import { mentionsOf } from './mentions.ts';
import { directMessage, manners, noticeWords, threadMessage } from './notice.ts';
import { mentionsOnCall } from './on-call.ts';
import { show } from './place.ts';

type Facts = Readonly<Record<string, unknown>>;

export interface Telling {
  /** Names this telling for ever, so that a repeated order says nothing twice. */
  readonly order: number;
  readonly notice: NoticeName;
  readonly person: string;
  readonly lease: string | null;
  readonly facts: Facts;
}

/** Tells one person, in their language, by direct message; and the lease's thread, once for all. */
export async function tellPerson(parts: Parts, telling: Telling): Promise<void> {
  const { house, baseUrl } = parts;
  const lease = telling.lease === null ? null : await leaseNow(parts, telling.lease);
  const person = house.config().people.find(({ id }) => id === telling.person);
  if (lease !== null && manners[telling.notice].thread) await tellThread(parts, telling, lease);
  if (person === undefined) return;
  const known = (await slackUsersOf(house, [person])).get(person.id);
  if (known === undefined) return;
  const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
  const isQuestion = telling.notice === 'approval-asked' && lease !== null;
  // A question that was answered meanwhile need not be asked any more.
  if (isQuestion && lease.state !== 'requested') return;
  const subject = isQuestion ? questionOf(lease.id, person.id) : `tell:${telling.order}`;
  const message = directMessage(telling.notice, lease, telling.facts, reader);
  const revision = isQuestion ? lease.revision : 0;
  await show(parts, { subject, channel: known.user, revision }, message);
}

async function tellThread(parts: Parts, telling: Telling, lease: AnyLease): Promise<void> {
  const { house, baseUrl, turns } = parts;
  const { notice, facts } = telling;
  const subject = `thread:${lease.id}:${notice}:${hashOf(facts)}`;
  const mentions = await mentionsOf(house, mentionedBy(parts, telling, lease));
  const reader = channelReader(house.config(), house.clock.now(), baseUrl);
  const message = threadMessage(notice, lease, facts, reader, mentions);
  const say = async (lost: boolean) => {
    const card = await showCard(parts, { id: lease.id, revision: 0, lost });
    if (card === null) return;
    const where = { subject, channel: card.channel, revision: 0, thread: card.message };
    await show(parts, where, message);
  };
  await turns.take(subject, () =>
    say(false).catch((error: unknown) => {
      if (!String(error).includes('thread_not_found')) throw error;
      return say(true);
    }),
  );
}

/** A question mentions everyone who may answer it, in one message. */
function mentionedBy({ house }: Parts, telling: Telling, lease: AnyLease): PersonConfig[] {
  const ids = telling.notice === 'approval-asked' ? lease.approval.people : [telling.person];
  return house.config().people.filter(({ id }) => ids.includes(id));
}

/** The same words are not said twice in a thread, whoever else is told them. */
function hashOf(facts: Facts): string {
  const sorted = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 16);
}

export type Paging = Omit<Telling, 'person'>;

/** Pages: the channel for pages, with whoever is on call or shadows them mentioned; break-glass calls everyone there. */
export async function pageChannel(parts: Parts, paging: Paging): Promise<void> {
  const { house, baseUrl } = parts;
  const config = house.config();
  if (config.slack === null) return;
  const now = house.clock.now();
  const lease = paging.lease === null ? null : await leaseNow(parts, paging.lease);
  const everyone = paging.notice === 'break-glass' || paging.notice === 'stopped-everything';
  const mention = [...(everyone ? ['<!channel>'] : []), ...(await mentionsOnCall(house))];
  const reader = channelReader(config, now, baseUrl);
  const words = noticeWords(paging.notice, lease, paging.facts, reader);
  const message = textMessage(`▲ ${words}`, mention.join(' '));
  const channel = config.slack.pageChannel ?? config.slack.channel;
  await show(parts, { subject: `page:${paging.order}`, channel, revision: 0 }, message);
}

/** Says something to everyone, in the channel of the cards; nobody is mentioned. */
export async function announce(
  parts: Parts,
  { order, notice, facts }: Omit<Paging, 'lease'>,
): Promise<void> {
  const { house, baseUrl } = parts;
  const config = house.config();
  if (config.slack === null) return;
  const reader = channelReader(config, house.clock.now(), baseUrl);
  const message = textMessage(noticeWords(notice, null, facts, reader));
  const { channel } = config.slack;
  await show(parts, { subject: `announce:${order}`, channel, revision: 0 }, message);
}
