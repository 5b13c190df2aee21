import type { OutputOf, Problem } from '@sekisho/contract';
import { whyNot } from '@sekisho/words/language';
import { kindNames, oldImageText, shortBudgetText } from '@sekisho/words/leases';
import { formatCost } from '@sekisho/words/money';
import { formatDuration } from '@sekisho/words/time';
import type { Card, Part } from './card.ts';
import { originParts } from './image-part.ts';
import { mustAgree } from './lease-card.ts';
import { type CardOptions, say } from './options.ts';

/** What a lease would cost and who must agree, before it is asked for. */
export function quoteCard(quote: OutputOf<'ops.quote'>, options: CardOptions): Card {
  const { language } = options;
  const cost = formatCost(quote.costPerHour, quote.durationSeconds, language);
  const span = formatDuration(quote.durationSeconds, language);
  const longest = formatDuration(quote.maximumSeconds, language);
  const parts: Part[] = [
    {
      type: 'facts',
      facts: [
        quote.instanceType,
        say(language, `for ${span}`, `${span}の利用`),
        say(language, `at most ${longest}`, `最長 ${longest}`),
      ],
    },
    { type: 'facts', facts: [cost] },
    { type: 'facts', facts: [mustAgree(quote.approval, options)] },
  ];
  parts.push(...originParts(quote, language));
  if (quote.imageOld) {
    const text = oldImageText(quote.imageAgeDays, language);
    parts.push({ type: 'notice', level: 'warning', text, detail: null });
  }
  // A refusal for want of a budget says so itself.
  const short = quote.refusal?.code === 'budget-low' ? [] : quote.budgets;
  for (const budget of short) {
    const text = shortBudgetText(budget, language);
    parts.push({ type: 'notice', level: 'warning', text, detail: null });
  }
  if (quote.refusal !== null) {
    const text = whyNot(quote.refusal, language);
    parts.push({ type: 'notice', level: 'error', text, detail: null });
  }
  return {
    language,
    production: quote.production,
    glyph: '○',
    head: [
      say(language, 'cost and approval', '費用と承認'),
      kindNames['ops-server'][language],
      quote.environment,
    ],
    parts,
    actions: [],
    link: null,
  };
}

/** Why something was refused, and what to do. */
export function refusalCard(
  problem: Pick<Problem, 'title' | 'detail' | 'fix'>,
  { language }: Pick<CardOptions, 'language'>,
): Card {
  return {
    language,
    production: false,
    glyph: '✕',
    head: [problem.title],
    parts: [
      { type: 'notice', level: 'error', text: problem.detail, detail: null },
      { type: 'facts', facts: [problem.fix] },
    ],
    actions: [],
    link: null,
  };
}
