import { approvalCard, leaseCard } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import { chat } from '@sekisho/core';
import { cardMessage } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { systemContext } from '../people.ts';
import { channelLanguage, channelReader, readerOf } from '../reader.ts';
import { show } from './place.ts';

/** The lease as it is now. Errors: `lease-not-found`. */
export async function leaseNow(parts: Parts, id: string): Promise<AnyLease> {
  const language = channelLanguage(parts.house.config());
  return ask(parts, 'lease.show', systemContext(parts, language), { id });
}

export interface CardWish {
  readonly id: string;
  readonly revision: number;
  /** The message is gone, or shows what changed elsewhere: it is drawn whatever it shows. */
  readonly lost?: boolean;
}

/**
 * Brings the card of a lease up to a revision, in the installation's channel. It draws the lease
 * as it is now, so that orders that come late, twice or in the wrong order end in the newest card.
 */
export async function showCard(
  parts: Parts,
  { id, revision, lost = false }: CardWish,
): Promise<chat.CardPlace | null> {
  const { house, turns, baseUrl } = parts;
  const slack = house.config().slack;
  if (slack === null) return null;
  return turns.take(`card ${id}`, async () => {
    const place = await chat.findCard(house, id);
    if (place !== null && place.shownRevision >= revision && !lost) return place;
    const lease = await leaseNow(parts, id);
    // What goes with another lease is shown on the card of that one.
    if (lease.partOf !== undefined) {
      return showCard(parts, { id: lease.partOf, revision: 0, lost: true });
    }
    const reader = channelReader(house.config(), house.clock.now(), baseUrl);
    const card = cardMessage(leaseCard(lease, reader));
    const where = { subject: id, channel: slack.channel, revision: lease.revision, lost };
    const shown = await show(parts, where, card);
    await redrawQuestions(parts, lease);
    return shown;
  });
}

/** Name under which the question to one possible approver is kept. */
export function questionOf(lease: string, person: string): string {
  return `ask:${lease}:${person}`;
}

/** Shown in place of a revision by what is never drawn again. */
export const settled = 2_147_483_647;

/** Whoever was asked sees who agreed so far, and at last the answer in place of the buttons. */
async function redrawQuestions(parts: Parts, lease: AnyLease): Promise<void> {
  const { house, baseUrl } = parts;
  const open = lease.state === 'requested';
  for (const id of lease.approval.people) {
    const subject = questionOf(lease.id, id);
    const person = house.config().people.find((one) => one.id === id);
    const asked = await chat.findCard(house, subject);
    if (asked === null || asked.shownRevision >= lease.revision || person === undefined) continue;
    const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
    const card = open ? approvalCard(lease, reader) : { ...leaseCard(lease, reader), actions: [] };
    const revision = open ? lease.revision : settled;
    await show(parts, { subject, channel: asked.channel, revision }, cardMessage(card));
  }
}
