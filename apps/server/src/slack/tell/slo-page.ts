import { sloPageCard } from '@sekisho/cards';
import type { SloPage } from '@sekisho/contract';
import { chat, type Order } from '@sekisho/core';
import { cardMessage } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { systemContext } from '../people.ts';
import { channelLanguage, channelReader } from '../reader.ts';
import { mentionsOnCall } from './on-call.ts';
import { withPicture } from './picture-block.ts';
import { show } from './place.ts';

/**
 * Shows a page or a ticket of an SLO, or brings its card up to what it is now: orders that come late,
 * twice or in the wrong order end in the newest card. Only a page mentions whoever is on call.
 */
export async function showSloPage(
  parts: Parts,
  { payload }: Pick<Order, 'payload'>,
): Promise<void> {
  const id = String(payload['page']);
  await drawPage(parts, id, () => pageNow(parts, id));
}

/** The page as it is now; null for one that is no longer kept. */
export async function pageNow(parts: Parts, id: string): Promise<SloPage | null> {
  const language = channelLanguage(parts.house.config());
  const [page] = await ask(parts, 'slo.pages', systemContext(parts, language), { id });
  return page ?? null;
}

/** Names under which a page's card and its picture are kept. */
export const cardOfPage = (id: string) => `slo-page:${id}`;
export const pictureOf = (id: string) => `slo-picture:${id}`;

/** Reads a page as it is when its card's turn has come. */
export type ReadPage = () => Promise<SloPage | null>;

export interface Drawing {
  /** It has a picture now, and is drawn anew although the page is the same. */
  readonly again?: boolean;
  readonly cardFor?: typeof sloPageCard;
  /** By another clock than the house's. */
  readonly now?: Date;
}

/**
 * Draws a page's card, with its picture where there is one.
 * @returns false when Slack did not take the picture; the words are shown all the same
 */
export async function drawPage(
  parts: Parts,
  id: string,
  read: ReadPage,
  { again = false, cardFor = sloPageCard, now }: Drawing = {},
): Promise<boolean> {
  const { house, baseUrl, turns } = parts;
  return turns.take(`slo-page ${id}`, async () => {
    const { slack } = house.config();
    const page = await read();
    if (slack === null || page === null) return true;
    const reader = channelReader(house.config(), now ?? house.clock.now(), baseUrl);
    const message = cardMessage(cardFor(page, reader), await mentionOf(parts, page));
    const channel = page.severity === 'page' ? (slack.pageChannel ?? slack.channel) : slack.channel;
    const { revision } = page;
    const subject = cardOfPage(id);
    const newer = ((await chat.findCard(house, subject))?.shownRevision ?? 0) > revision;
    const where = { subject, channel, revision, lost: again && !newer };
    const picture = await chat.findCard(house, pictureOf(id));
    const file = picture?.message ?? null;
    const pictured = file === null ? message : withPicture(message, { page, file, reader });
    return show(parts, where, pictured).then(
      () => true,
      async (error: unknown) => {
        // Slack may not have it ready, or may have lost it: the words never wait for a picture.
        if (file === null || !String(error).includes('invalid_blocks')) throw error;
        await show(parts, where, message);
        return false;
      },
    );
  });
}

async function mentionOf({ house }: Parts, page: SloPage): Promise<string> {
  const wakes = page.severity === 'page' && page.resolvedAt === null;
  return wakes ? (await mentionsOnCall(house)).join(' ') : '';
}
