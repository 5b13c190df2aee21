import type { OpsLease, OutputOf, SloPage } from '@sekisho/contract';
import { chat, type Order } from '@sekisho/core';
import { ask, type Parts } from '../parts.ts';
import { systemContext } from '../people.ts';
import { drawLanesPicture } from '../picture/draw-lanes-picture.ts';
import { pictureOfPage, pictureSpan } from '../picture/picture-of-page.ts';
import { channelLanguage, channelReader } from '../reader.ts';
import { textOfPicture } from './picture-block.ts';
import { drawRehearsed, type Rehearsed } from './rehearsed.ts';
import { cardOfPage, drawPage, pageNow, pictureOf } from './slo-page.ts';
import { upload } from './upload.ts';

/** A column for each minute of three hours, fewer for longer ones. */
const columns = 190;
const mostLeases = 100;
const mostAttempts = 8;

/**
 * Draws what happened around a page and puts it into the page's card, once when it fires and once
 * when it is over. The card is there before: whatever fails here, nobody waits for it.
 * Errors: throws when Slack did not take it, or has no card yet; the outbox tries again for a day.
 */
export async function showSloPicture(
  parts: Parts,
  { payload, attempts }: Pick<Order, 'payload' | 'attempts'>,
): Promise<void> {
  const { rehearsed } = payload;
  const isTaken = await (rehearsed === undefined
    ? pictureOfReal(parts, String(payload['page']))
    : pictureOfRehearsed(parts, rehearsed as Rehearsed));
  // Slack looks at what was uploaded after it was; the thread has the picture in any case.
  if (!isTaken && attempts < mostAttempts) throw new Error('Slack does not have the picture ready');
}

async function pictureOfReal(parts: Parts, id: string): Promise<boolean> {
  const page = await pageNow(parts, id);
  if (page === null || parts.house.config().slack === null) return true;
  const context = systemContext(parts, channelLanguage(parts.house.config()));
  const span = pictureSpan(page);
  const [since, until] = [new Date(span.from).toISOString(), new Date(span.to).toISOString()];
  const about = { id: page.slo, from: since, to: until, points: columns };
  const history = await ask(parts, 'slo.history', context, about);
  const leases = await ask(parts, 'ops.history', context, { since, until, limit: mostLeases });
  await keepPicture(parts, page, history, leases);
  return drawPage(parts, id, () => pageNow(parts, id), { again: true });
}

async function pictureOfRehearsed(parts: Parts, { page, history }: Rehearsed): Promise<boolean> {
  await keepPicture(parts, page, history, []);
  return drawRehearsed(parts, page, true);
}

/** Draws and uploads one picture, unless it is there already. */
async function keepPicture(
  parts: Parts,
  page: SloPage,
  history: Pick<OutputOf<'slo.history'>, 'points' | 'bucketMinutes'>,
  leases: readonly OpsLease[],
): Promise<void> {
  const { house, baseUrl, logger } = parts;
  const card = await chat.findCard(house, cardOfPage(page.id));
  if (card === null) throw new Error('the card comes first');
  const shown = await chat.findCard(house, pictureOf(page.id));
  // Once while it is on, once when it is over.
  const stage = page.resolvedAt === null ? 1 : 2;
  if (shown !== null && shown.shownRevision >= stage) return;
  const reader = channelReader(house.config(), house.clock.now(), baseUrl);
  const bytes = drawLanesPicture(pictureOfPage(page, history, leases, reader));
  const file = { name: `${page.slo}.png`, text: textOfPicture(page, reader), bytes };
  const id = await upload(parts, file, card);
  if (id === null) return logger.warn({ page: page.id }, noScope);
  const { channel } = card;
  await chat.placeCard(house, pictureOf(page.id), { channel, message: id, shownRevision: stage });
}

const noScope =
  'no picture: the Slack app may not upload files; add the scope files:write and install it again';
