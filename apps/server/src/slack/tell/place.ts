import { chat } from '@sekisho/core';
import type { Message } from '../message.ts';
import type { Parts } from '../parts.ts';

/** A message that is shown under a name of ours. */
export interface Shown {
  readonly subject: string;
  /** Channel, or a user for a direct message. */
  readonly channel: string;
  readonly revision: number;
  /** Message of the thread to say it in. */
  readonly thread?: string;
  /** Draw it although this revision is shown: the message may be gone. */
  readonly lost?: boolean;
}

const gone =
  /message_not_found|channel_not_found|cant_update_message|is_archived|edit_window_closed/;

/**
 * Shows a message once under its name: posted the first time, changed in place by a newer
 * revision, posted again when somebody deleted it. An older revision changes nothing.
 * Errors: throws what Slack answers; 429s are waited out by the client.
 */
export async function show(
  parts: Parts,
  { subject, channel, revision, thread, lost = false }: Shown,
  message: Message,
): Promise<chat.CardPlace> {
  const { house, client } = parts;
  const place = await chat.findCard(house, subject);
  if (place !== null && place.shownRevision >= revision && !lost) return place;
  if (place !== null && (await update(parts, place, message))) {
    return keep(parts, subject, { ...place, shownRevision: revision });
  }
  const posted = await client.chat.postMessage({
    channel: place?.channel ?? channel,
    ...message,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    unfurl_links: false,
    unfurl_media: false,
  });
  const mine = { channel: posted.channel ?? channel, message: posted.ts ?? '' };
  // Another replica may have posted in the same moment: the first one placed stays.
  const other = await chat.findCard(house, subject);
  if (other !== null && other.message !== place?.message) {
    await client.chat.delete({ channel: mine.channel, ts: mine.message });
    return other;
  }
  return keep(parts, subject, { ...mine, shownRevision: revision });
}

async function keep(
  { house }: Parts,
  subject: string,
  place: chat.CardPlace,
): Promise<chat.CardPlace> {
  await chat.placeCard(house, subject, place);
  return place;
}

async function update(
  { client, logger }: Parts,
  { channel, message: ts }: chat.CardPlace,
  message: Message,
): Promise<boolean> {
  try {
    await client.chat.update({ channel, ts, ...message });
    return true;
  } catch (error) {
    if (!gone.test(String(error))) throw error;
    logger.info({ channel, ts }, 'a message is gone; it is posted again');
    return false;
  }
}
