import { displayWidth, padEnd } from '@sekisho/words/width';
import { barText } from './block-kit.ts';
import type { Card, Part } from './card.ts';
import { clean } from './clean.ts';

export interface TerminalOptions {
  /** Escape codes for colour; glyphs and words say the same without them. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

type Paint = 'red' | 'bold' | 'dim' | 'yellow' | 'plain';

const codes: Readonly<Record<Paint, readonly [string, string]>> = {
  red: ['\u001b[31m', '\u001b[39m'],
  bold: ['\u001b[1m', '\u001b[22m'],
  dim: ['\u001b[2m', '\u001b[22m'],
  yellow: ['\u001b[33m', '\u001b[39m'],
  plain: ['', ''],
};

interface Line {
  readonly text: string;
  readonly paint: Paint;
}

/** Draws a card for a terminal, without a final line break; the last lines say what can be done next. */
export function toTerminal(card: Card, { colour, width }: TerminalOptions): string {
  const room = Math.max(20, width) - 2;
  const edge = card.production ? painted('▌ ', 'red', colour) : '  ';
  const lines = [
    headLine(card),
    ...card.parts.flatMap((part) => partLines(part, card, room)),
    ...nextLines(card),
  ];
  return lines
    .flatMap((line) =>
      wrap(line.text, room).map((text) => edge + painted(text, line.paint, colour)),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

function headLine(card: Card): Line {
  const production = card.production
    ? card.language === 'ja'
      ? ' 【本番】'
      : ' [PRODUCTION]'
    : '';
  return { text: `${card.glyph} ${card.head.map(clean).join('   ')}${production}`, paint: 'bold' };
}

function partLines(part: Part, { language }: Card, room: number): Line[] {
  switch (part.type) {
    case 'facts':
      return part.facts.length === 0 ? [] : [plain(part.facts.map(clean).join(' · '))];
    case 'quote':
      return clean(part.text) === ''
        ? []
        : [plain(language === 'ja' ? `「${clean(part.text)}」` : `“${clean(part.text)}”`)];
    case 'bar':
      return [plain(`${barText(part.bar, Math.min(24, room - 1))} ${clean(part.words)}`)];
    case 'notice':
      return noticeLines(part);
    case 'link':
      return [plain(`${clean(part.label)}  ${clean(part.url)}`)];
    case 'row':
      return [plain(`${part.mark ? '▌' : ' '}${part.glyph} ${part.words.map(clean).join(' · ')}`)];
  }
}

function noticeLines({ level, text, detail }: Extract<Part, { type: 'notice' }>): Line[] {
  const paint = ({ error: 'red', warning: 'yellow', information: 'plain' } as const)[level];
  const glyph = level === 'information' ? '' : level === 'error' ? '✕ ' : '▲ ';
  const said: Line = { text: glyph + clean(text), paint };
  return detail === null ? [said] : [said, { text: clean(detail), paint: 'dim' }];
}

function nextLines({ actions, link }: Card): Line[] {
  const columns = Math.max(0, ...actions.map(({ label }) => displayWidth(label)));
  const lines = actions.map(({ label, command }) => plain(`${padEnd(label, columns)}  ${command}`));
  return link === null ? lines : [...lines, { text: link.url, paint: 'dim' }];
}

function plain(text: string): Line {
  return { text, paint: 'plain' };
}

function painted(text: string, paint: Paint, colour: boolean): string {
  const [on, off] = codes[paint];
  return colour && text !== '' ? on + text + off : text;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks text into lines of so many columns, at spaces where there are any, else between characters. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, columns)) {
    if (displayWidth(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line];
}

/** Words with the spaces behind them; words wider than a line, and Japanese, by character. */
function pieces(text: string, columns: number): string[] {
  return (text.match(/\S+\s*|\s+/gu) ?? []).flatMap((word) =>
    /[\u3000-\u9fff\uff00-\uffef]/u.test(word) || displayWidth(word.trimEnd()) > columns
      ? characters(word)
      : [word],
  );
}

/** Characters, each with the closing punctuation behind it: no line begins with `。`. */
function characters(word: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(word)) {
    const closes = /^[、。,.)」』】・…!?\s]/u.test(segment);
    if (closes && found.length > 0) found.push((found.pop() ?? '') + segment);
    else found.push(segment);
  }
  return found;
}
