import { cut } from '@sekisho/words/language';
import type { Action, Bar, Card, Part } from './card.ts';
import { clean } from './clean.ts';

/** Slack's published limits: https://docs.slack.dev/reference/block-kit/blocks */
export const slackLimits = {
  blocks: 50,
  sectionText: 3000,
  contextElements: 10,
  buttonText: 75,
  actions: 25,
  text: 4000,
} as const;

export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

/** The one red that production carries. */
export const productionRed = '#d1242f';

/** Draws a card as the blocks of a message, of App Home or of a form. */
export function toBlocks(card: Card): Block[] {
  return [headBlock(card), ...bodyBlocks(card)];
}

/** Escapes what Slack would read as markup, mentions or links: `<!channel>`, `<@U…>`, `@here`. */
export function escapeSlack(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=channel|here|everyone)/gi, '@\u200b');
}

function headBlock(card: Card): Block {
  const mark = card.production ? ':red_square: ' : '';
  return section(`${mark}${card.glyph} *${words(card.head)}*`);
}

function bodyBlocks(card: Card): Block[] {
  const blocks = card.parts.flatMap(partBlocks);
  const tail: Block[] = [];
  if (card.actions.length > 0) tail.push(actionsBlock(card.actions));
  if (card.link !== null) tail.push(linkBlock(card.link));
  return [...blocks.slice(0, slackLimits.blocks - 1 - tail.length), ...tail];
}

function partBlocks(part: Part): Block[] {
  switch (part.type) {
    case 'facts':
      return part.facts.length === 0 ? [] : [context([words(part.facts)])];
    case 'quote':
      return clean(part.text) === '' ? [] : [section(`>${words([part.text])}`)];
    case 'bar':
      return [section(`\`${barText(part.bar)}\` ${words([part.words])}`)];
    case 'notice':
      return noticeBlocks(part);
    case 'link':
      return [linkBlock(part)];
    case 'row':
      return [rowBlock(part)];
  }
}

const icons = { error: ':x:', warning: ':warning:', information: ':information_source:' } as const;

function noticeBlocks({ level, text, detail }: Extract<Part, { type: 'notice' }>): Block[] {
  const said = section(`${icons[level]} ${words([text])}`);
  return detail === null || clean(detail) === ''
    ? [said]
    : [said, context([words([cut(detail, 500)])])];
}

function rowBlock(part: Extract<Part, { type: 'row' }>): Block {
  const [first] = part.actions;
  const text = `${part.mark ? ':red_square: ' : ''}${part.glyph} ${words(part.words.map((word) => cut(word, 200)))}`;
  return first === undefined ? section(text) : { ...section(text), accessory: button(first) };
}

function actionsBlock(actions: readonly Action[]): Block {
  return { type: 'actions', elements: actions.slice(0, slackLimits.actions).map(button) };
}

function button({ id, label, value, style }: Action): Block {
  return {
    type: 'button',
    action_id: id,
    value,
    text: { type: 'plain_text', text: cut(label, slackLimits.buttonText), emoji: false },
    ...(style === 'plain' ? {} : { style }),
  };
}

function section(text: string): Block {
  return { type: 'section', text: markdown(text) };
}

function context(texts: readonly string[]): Block {
  return { type: 'context', elements: texts.map(markdown) };
}

/** `verbatim` keeps Slack from finding links, channels and mentions in what people wrote. */
function markdown(text: string) {
  return { type: 'mrkdwn', text: cutEscaped(text, slackLimits.sectionText), verbatim: true };
}

function linkBlock({ label, url }: NonNullable<Card['link']>): Block {
  return context([`<${escapeSlack(url)}|${escapeSlack(label)}>`]);
}

function words(parts: readonly string[]): string {
  return escapeSlack(parts.map(clean).join(' · '));
}

/** Cuts escaped text without leaving half an entity such as `&am`. */
export function cutEscaped(text: string, length: number): string {
  return text.length <= length ? text : `${cut(text, length - 6).replace(/&[a-z]{0,3}…$/, '…')}`;
}

/** The bar in text: spent `·`, left `█`, what extending could add `─`, and the hard maximum `┃`. */
export function barText({ spent, left }: Bar, columns = 24): string {
  const [gone, due] = [Math.round(spent * columns), Math.round((spent + left) * columns)];
  // What is left never looks like nothing while there is something.
  const full = Math.max(due - gone, left > 0 ? 1 : 0);
  const begin = Math.min(gone, columns - full);
  return `${'·'.repeat(begin)}${'█'.repeat(full)}${'─'.repeat(columns - begin - full)}┃`;
}
