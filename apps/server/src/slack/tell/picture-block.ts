import { type Block, slackLimits } from '@sekisho/cards';
import type { SloPage } from '@sekisho/contract';
import { cut } from '@sekisho/words';
import { pictureText, pictureTitle } from '@sekisho/words/slo';
import { known, type Message } from '../message.ts';
import { pictureSpan } from '../picture/picture-of-page.ts';
import type { Reader } from '../reader.ts';

/**
 * Longest alternative text: an image block takes 2,000, and the upload of its file half of that.
 * Source: https://docs.slack.dev/reference/methods/files.getUploadURLExternal (`alt_txt_too_large`)
 */
const longest = 1000;

/** What the picture of a page shows, in words. */
export function textOfPicture(page: SloPage, { language, timeZone }: Reader): string {
  const span = pictureSpan(page);
  const [from, to] = [new Date(span.from), new Date(span.to)];
  return cut(pictureText(page, { language, timeZone, from, to }), longest);
}

/** A card with its picture above what can be done: whoever cannot see it has the same in words. */
export function withPicture(
  message: Message,
  {
    page,
    file,
    reader,
  }: { readonly page: SloPage; readonly file: string; readonly reader: Reader },
): Message {
  const image: Block = {
    type: 'image',
    slack_file: { id: file },
    alt_text: textOfPicture(page, reader),
    title: { type: 'plain_text', text: pictureTitle(reader.language), emoji: false },
  };
  const blocks = message.blocks.slice(0, slackLimits.blocks - 1);
  const end = blocks.findIndex(({ type }) => type === 'actions');
  const at = end < 0 ? blocks.length - 1 : end;
  return { ...message, blocks: [...blocks.slice(0, at), ...known([image]), ...blocks.slice(at)] };
}
