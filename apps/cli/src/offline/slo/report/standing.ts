import { isLow } from '@sekisho/objectives/budget';
import type { Report } from '@sekisho/objectives/report';
import type { Pair } from '@sekisho/words/language';
import { sloGlyphs, sloStateWords } from '@sekisho/words/terminal';
import type { Colour } from '../../../print/style.ts';

/** How a budget stands at the end of the logs: a shape, a word and a colour. */
export interface Standing {
  readonly kind: 'spent' | 'low' | 'within';
  readonly glyph: string;
  readonly words: Pair;
  readonly colour: Colour;
}

const standings = {
  spent: { glyph: '✕', words: { en: 'overspent', ja: '超過' }, colour: 'red' },
  low: { glyph: sloGlyphs.low, words: sloStateWords.low, colour: 'yellow' },
  within: { glyph: '●', words: { en: 'within budget', ja: 'バジェット内' }, colour: 'green' },
} as const;

/** @see Standing */
export function standingOf({ budget }: Pick<Report, 'budget'>): Standing {
  const calm = isLow(budget.remainingShare) ? 'low' : 'within';
  const kind = budget.remaining < 0 ? 'spent' : calm;
  return { kind, ...standings[kind] };
}
