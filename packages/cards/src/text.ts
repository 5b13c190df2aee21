import { cut } from '@sekisho/words/language';
import type { Card, Part } from './card.ts';
import { clean } from './clean.ts';

/** A card as one line, for notifications and screen readers. */
export function toText(card: Card): string {
  const mark = card.production ? (card.language === 'ja' ? '【本番】' : '[PRODUCTION] ') : '';
  const head = `${mark}${card.glyph} ${card.head.join(' · ')}`;
  return cut(clean([head, ...card.parts.map(lineOf)].filter(Boolean).join(' — ')), 2900);
}

function lineOf(part: Part): string {
  switch (part.type) {
    case 'facts':
      return part.facts.join(' · ');
    case 'quote':
    case 'notice':
      return part.text;
    case 'bar':
      return part.words;
    case 'link':
      return '';
    case 'row':
      return `${part.glyph} ${part.words.join(' · ')}`;
  }
}
