import { agreementCard } from '@sekisho/cards';
import type { Agreed } from '@sekisho/contract';
import { chat, slackUsersOf } from '@sekisho/core';
import { cardMessage } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { systemContext } from '../people.ts';
import { channelLanguage, channelReader, readerOf } from '../reader.ts';
import { settled } from './card.ts';
import { show } from './place.ts';

/**
 * Brings the card of a proposed target or a correction up to a revision: in the installation's
 * channel, and with each person whose agreement is missing, in their language. It draws what is so
 * now, so that orders that come late, twice or in the wrong order end in the newest card.
 */
export async function showAgreement(parts: Parts, id: string, revision: number): Promise<void> {
  const { house, turns, baseUrl } = parts;
  const { slack } = house.config();
  if (slack === null) return;
  await turns.take(`agreement ${id}`, async () => {
    const subject = `agreement:${id}`;
    const place = await chat.findCard(house, subject);
    const agreed = await agreementNow(parts, id);
    if (agreed === null) return;
    if (place === null || place.shownRevision < revision) {
      const reader = channelReader(house.config(), house.clock.now(), baseUrl);
      const where = { subject, channel: slack.channel, revision: agreed.revision };
      await show(parts, where, cardMessage(agreementCard(agreed, reader)));
    }
    await showQuestions(parts, agreed);
  });
}

/** Whoever may agree is asked; whoever was asked sees at last the answer in place of the buttons. */
async function showQuestions(parts: Parts, agreed: Agreed): Promise<void> {
  const { house, baseUrl } = parts;
  const open = agreed.state === 'open';
  const { people } = house.config();
  const users = await slackUsersOf(house, people);
  for (const person of people) {
    const known = users.get(person.id);
    if (known === undefined) continue;
    const subject = `ask:${agreed.id}:${person.id}`;
    const asked = await chat.findCard(house, subject);
    const wanted = agreed.needs.some(({ people }) => people.includes(person.id));
    if (asked === null && !wanted) continue;
    const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
    const revision = open ? agreed.revision : settled;
    const channel = asked?.channel ?? known.user;
    await show(parts, { subject, channel, revision }, cardMessage(agreementCard(agreed, reader)));
  }
}

/** The proposal or correction as it is now; null for one that is not there. */
async function agreementNow(parts: Parts, id: string): Promise<Agreed | null> {
  const context = systemContext(parts, channelLanguage(parts.house.config()));
  const { proposals } = await ask(parts, 'slo.proposals', context, { proposal: id });
  const [first] = proposals;
  if (first !== undefined) return first;
  const [correction] = await ask(parts, 'slo.corrections', context, { correction: id });
  return correction ?? null;
}
