import type { MonthReview, SloReview } from '@sekisho/contract';
import { cut } from '@sekisho/words/language';
import {
  causeNames,
  causeTitle,
  figuresIn,
  reviewGlyphs,
  reviewStateNames,
} from '@sekisho/words/slo';
import type { Card, Part } from './card.ts';
import { type CardOptions, linkToReview, nameOf, say } from './options.ts';

/** SLOs that a card has room for; the console has the rest. */
const mostSlos = 10;
const mostCauses = 2;

/** The review of a month: how far it is, each SLO's budget and where it went, what was decided. */
export function reviewCard(review: MonthReview, options: CardOptions): Card {
  const { language } = options;
  const { slos, state, reviewed, month, carriedOver, over } = review;
  const few = slos.slice(0, mostSlos);
  const rest = slos.length + review.leftOut - few.length;
  const actions = slos.flatMap((slo) => slo.actions).filter(({ doneAt }) => doneAt === null);
  const open = actions.length + carriedOver.length;
  return {
    language,
    production: false,
    glyph: reviewGlyphs[state],
    head: [
      say(language, 'SLO review', 'SLO 月次レビュー'),
      month,
      reviewStateNames[state][language],
      `${reviewed}/${slos.length}`,
    ],
    parts: [
      ...(over ? [] : [facts([say(language, 'the month is not over', '月の途中')])]),
      ...few.flatMap((slo) => sloParts(slo, options)),
      ...(rest > 0 ? [facts([say(language, `and ${rest} more`, `ほか ${rest} 件`)])] : []),
      ...(open > 0
        ? [facts([say(language, `${open} actions open`, `未完了の対応 ${open} 件`)])]
        : []),
    ],
    actions: [],
    link: linkToReview(month, options),
  };
}

function sloParts(slo: SloReview, options: CardOptions): readonly Part[] {
  const { language } = options;
  const { share, sli } = figuresIn(language);
  const left = share(slo.budget?.remainingShare ?? null);
  const head = [
    `${reviewGlyphs[slo.state]} ${slo.displayName ?? slo.id}`,
    slo.budget === null
      ? say(language, 'nothing measured', '計測データなし')
      : say(language, `${left} of the budget left`, `バジェットの残り ${left}`),
    ...(slo.budget === null ? [] : [`SLI ${sli(slo.budget.sli)}`]),
    ...causesOf(slo, options),
  ];
  const { decision } = slo;
  if (decision === null) return [facts(head)];
  const by = nameOf(decision.by, options);
  return [facts(head), { type: 'quote', text: `${decision.text} — ${by}` }];
}

/** What took most of a budget, where it took something to speak of. */
function causesOf({ attribution }: SloReview, { language }: CardOptions): readonly string[] {
  if (attribution === null) return [];
  const { share } = figuresIn(language);
  return attribution.causes
    .filter(({ budgetShare }) => (budgetShare ?? 0) >= 0.01)
    .slice(0, mostCauses)
    .map((cause) => {
      const name = cut(causeTitle(cause, language), 60);
      return `${causeNames[cause.kind][language]} ${name} ${share(cause.budgetShare)}`;
    });
}

function facts(words: readonly string[]): Part {
  return { type: 'facts', facts: words };
}
