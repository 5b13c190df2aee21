import { type Card, productionRed, slackLimits } from '@sekisho/cards';
import { expect, test } from 'vitest';
import { cardMessage } from './message.ts';

const card = (head: string, production = true): Card => ({
  ...{ language: 'ja', production, glyph: '●', head: [head], parts: [], actions: [], link: null },
});

test('production is a red band beside the blocks, and no other card has one', () => {
  expect(cardMessage(card('x')).attachments).toEqual([
    { color: productionRed, text: '本番', fallback: '本番' },
  ]);
  expect(cardMessage(card('x', false)).attachments).toEqual([]);
});

test('the line of a card for a notification mentions nobody but whom we mean, and has an end', () => {
  const { text } = cardMessage(card('<!channel> <@U0SRE> @here'), '<@U0ENG>');
  expect(text).toMatch(/^<@U0ENG> [^<]*$/);
  expect(text).not.toContain('@here');
  const long = cardMessage(card('&'.repeat(5_000))).text;
  expect(long.length).toBeLessThanOrEqual(slackLimits.text);
  expect(long.replaceAll('&amp;', '')).not.toContain('&');
});
