import { sloPageCard } from '@sekisho/cards';
import { onCallAt } from '@sekisho/config';
import type { SloPage } from '@sekisho/contract';
import type { Order } from '@sekisho/core';
import { cardMessage } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { systemContext } from '../people.ts';
import { channelLanguage, channelReader } from '../reader.ts';
import { show } from './place.ts';

/**
 * Shows a page or a ticket of an SLO, or brings its card up to what it is now: orders that come late,
 * twice or in the wrong order end in the newest card. Only a page mentions whoever is on call.
 */
export async function showSloPage(
  parts: Parts,
  { payload }: Pick<Order, 'payload'>,
): Promise<void> {
  const { house, turns, baseUrl } = parts;
  const config = house.config();
  const { slack } = config;
  if (slack === null) return;
  const id = String(payload['page']);
  await turns.take(`slo-page ${id}`, async () => {
    const page = await pageNow(parts, id);
    if (page === null) return;
    const now = house.clock.now();
    const reader = channelReader(config, now, baseUrl);
    const wakes = page.severity === 'page';
    const channel = wakes ? (slack.pageChannel ?? slack.channel) : slack.channel;
    const onCall = wakes && page.resolvedAt === null ? onCallAt(config, now) : null;
    const user = config.people.find((person) => person.id === onCall)?.slack?.user;
    const mention = user === undefined ? '' : `<@${user}>`;
    const where = { subject: `slo-page:${id}`, channel, revision: page.revision };
    await show(parts, where, cardMessage(sloPageCard(page, reader), mention));
  });
}

/** The page as it is now; null for one that is no longer kept. */
async function pageNow(parts: Parts, id: string): Promise<SloPage | null> {
  const language = channelLanguage(parts.house.config());
  const [page] = await ask(parts, 'slo.pages', systemContext(parts, language), { id });
  return page ?? null;
}
