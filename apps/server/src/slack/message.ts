import {
  type Block,
  type Card,
  cutEscaped,
  escapeSlack,
  productionRed,
  slackLimits,
  toBlocks,
  toText,
} from '@sekisho/cards';
import type { types } from '@slack/bolt';
import { withChoices } from './buttons.ts';

const longestText = slackLimits.text - 100;

/** What `chat.postMessage`, `chat.update` and a `response_url` take. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly attachments: {
    readonly color: string;
    readonly text: string;
    readonly fallback: string;
  }[];
}

/**
 * Draws a card as a message. Its blocks stand at the top level, where Slack never folds buttons
 * away; production's red band hangs below as an attachment, for Slack draws it nowhere else.
 */
export function cardMessage(card: Card, mention = ''): Message {
  const said = mention === '' ? [] : [section(mention)];
  const blocks = [...said, ...withChoices(toBlocks(card), card.language)];
  const band = card.language === 'ja' ? '本番' : 'production';
  return {
    text: cutEscaped(`${mention} ${escapeSlack(toText(card))}`.trim(), longestText),
    blocks: known(blocks),
    attachments: card.production ? [{ color: productionRed, text: band, fallback: band }] : [],
  };
}

/** Words only. They are escaped here; `mention` is ours and is not. */
export function textMessage(text: string, mention = ''): Message {
  return markdownMessage(`${mention} ${escapeSlack(text)}`.trim());
}

/** Words that are already Slack's markup: everything from people in them must be escaped. */
export function markdownMessage(markdown: string): Message {
  const blocks = chunks(markdown).map(section);
  return {
    text: cutEscaped(markdown, longestText),
    blocks: known(blocks),
    attachments: [],
  };
}

/** Several messages as one. */
export function together(...messages: readonly Message[]): Message {
  return {
    text: cutEscaped(messages.map(({ text }) => text).join('\n'), longestText),
    blocks: messages.flatMap(({ blocks }) => blocks).slice(0, slackLimits.blocks),
    attachments: messages.flatMap(({ attachments }) => attachments),
  };
}

function section(text: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Splits at line ends below the limit of a section. */
function chunks(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + line.length < slackLimits.sectionText - 100) {
      found[found.length - 1] = `${last}\n${line}`;
    } else found.push(cutEscaped(line, slackLimits.sectionText - 100));
  }
  return found.map((chunk) => chunk || ' ').slice(0, slackLimits.blocks - 5);
}

/** Blocks of ours as Bolt's types know them; practice Slack checks them against the published limits. */
export function known(blocks: readonly Block[]): types.KnownBlock[] {
  return blocks as unknown as types.KnownBlock[];
}
