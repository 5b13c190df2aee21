import { reviewCard } from '@sekisho/cards';
import { cardMessage } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { systemContext } from '../people.ts';
import { channelLanguage, channelReader } from '../reader.ts';
import { show } from './place.ts';

/**
 * Brings the card of a month's review up to a revision, in the channel that the configuration names
 * for reviews. It draws what is so now, so that orders that come late or twice end in the newest card.
 */
export async function showReview(parts: Parts, month: string, revision: number): Promise<void> {
  const { house, turns, baseUrl } = parts;
  const config = house.config();
  const { slack } = config;
  if (slack === null) return;
  await turns.take(`review ${month}`, async () => {
    const context = systemContext(parts, channelLanguage(config));
    const review = await ask(parts, 'slo.review', context, { month });
    const reader = channelReader(config, house.clock.now(), baseUrl);
    const channel = config.review.channel ?? slack.channel;
    const newest = Math.max(revision, review.revision);
    const where = { subject: `slo-review:${month}`, channel, revision: newest };
    await show(parts, where, cardMessage(reviewCard(review, reader)));
  });
}
