import type { MonthReview, OutputOf, ReviewAction, SloReview } from '@sekisho/contract';
import { heads, sloHeads, sloPhrases } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import {
  causeNames,
  causeTitle,
  hintText,
  reviewGlyphs,
  reviewStateNames,
} from '@sekisho/words/why';
import { cleanLine } from './clean.ts';
import { budgetColour, budgetText, countText, ninesText, shareText } from './slo-figures.ts';
import type { Style } from './style.ts';
import { type Column, facts, table } from './table.ts';

/** The draft of a month's meeting: a line for each SLO, then where its budget went and what to settle. */
export function reviewText(review: MonthReview, style: Style): string {
  const { language } = style;
  if (review.slos.length === 0) return `${sloPhrases.noneFits[language]}\n`;
  const state = reviewStateNames[review.state][language];
  const counted = `${review.reviewed}/${review.slos.length}`;
  const head = `${style.paint(review.month, 'bold')}   ${cleanLine(review.timeZone)}   ${state} ${counted}\n`;
  const soFar = review.over ? '' : `${sloPhrases.monthSoFar[language]}\n`;
  const left = sloPhrases.leftOut[language].replace('{count}', String(review.leftOut));
  const carried = review.carriedOver.map((action) => `  ${actionLine(action, style)}\n`);
  return [
    ...[head, soFar, '\n', table(review.slos, columns(style), style)],
    review.leftOut > 0 ? `${left}\n` : '',
    ...review.slos
      .map((slo) => sloText(slo, style))
      .filter(Boolean)
      .map((text) => `\n${text}`),
    ...(carried.length > 0 ? [`\n${sloPhrases.carriedOver[language]}\n`, ...carried] : []),
    '\n',
  ].join('');
}

/** One SLO of it, once it was decided about. */
export function reviewOf(slo: SloReview, style: Style): string {
  return `${table([slo], columns(style), style)}\n${sloText(slo, style)}`;
}

function columns(style: Style): readonly Column<SloReview>[] {
  const { language } = style;
  const left = (title: keyof typeof sloHeads, of: (slo: SloReview) => SloReview['budget']) => ({
    title: sloHeads[title][language],
    text: (slo: SloReview) => shareText(of(slo)?.remainingShare ?? null),
    right: true,
  });
  return [
    {
      title: heads.state[language],
      text: ({ state }) => {
        const name = reviewStateNames[state][language];
        return style.glyphs ? `${reviewGlyphs[state]} ${name}` : name;
      },
    },
    { title: heads.slo[language], text: ({ id }) => id },
    {
      title: sloHeads.budget[language],
      text: ({ budget }) => budgetText(budget?.remainingShare ?? null, style),
      colour: ({ budget }) => budgetColour(budget?.remainingShare ?? null),
    },
    left('days28', ({ days28 }) => days28),
    left('days7', ({ days7 }) => days7),
    {
      title: sloHeads.sli[language],
      text: ({ budget }) => ninesText(budget?.sli ?? null),
      right: true,
    },
    {
      title: heads.target[language],
      text: ({ targets }) => ninesText(targets.at(-1)?.target ?? null),
      right: true,
    },
    {
      title: sloHeads.requests[language],
      text: ({ traffic }) => countText(traffic.good + traffic.bad),
      right: true,
    },
    {
      title: sloHeads.coverage[language],
      text: ({ budget }) => shareText(budget?.coverage.share ?? null),
      right: true,
    },
  ];
}

/** `shop-availability`, where its budget went, what to settle, what was decided and is to be done. */
function sloText(slo: SloReview, style: Style): string {
  const { language } = style;
  const { attribution, decision } = slo;
  const lines = [
    ...(attribution === null || attribution.bad === 0 ? [] : whereLines(attribution, style)),
    ...slo.hints.map((hint) => `- ${hintText(hint, language)}`),
    ...(decision === null ? [] : [decisionLine(decision, style)]),
    ...slo.actions.map((action) => actionLine(action, style)),
  ];
  if (lines.length === 0) return '';
  const head = `${style.paint(cleanLine(slo.id), 'bold')}\n`;
  return head + lines.map((line) => `  ${cleanLine(line)}\n`).join('');
}

function whereLines(
  { causes, unexplained, unexplainedShare }: NonNullable<SloReview['attribution']>,
  { language }: Style,
): readonly string[] {
  const parts = causes
    .filter(({ bad }) => bad > 0)
    .map((cause) => {
      const name = `${causeNames[cause.kind][language]} ${causeTitle(cause, language)}`;
      return `${name}: ${countText(cause.bad)} (${shareText(cause.budgetShare)})`;
    });
  const rest = `${causeNames.unexplained[language]}: ${countText(unexplained)} (${shareText(unexplainedShare)})`;
  return [sloPhrases.whereItWent[language], ...[...parts, rest].map((part) => `  ${part}`)];
}

function decisionLine(decision: NonNullable<SloReview['decision']>, style: Style): string {
  const { text, by, at } = decision;
  return `● ${text} (${by}, ${formatMoment(new Date(at), style)})`;
}

function actionLine({ id, what, owner, due, doneAt }: ReviewAction, style: Style): string {
  const by = due === null ? '' : formatMoment(new Date(due), style);
  const more = [owner, by, id].filter(Boolean).join(' · ');
  return cleanLine(`${doneAt === null ? '[ ]' : '[x]'} ${what} (${more})`);
}

/** One action. */
export function actionText(action: ReviewAction, style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language].toLowerCase();
  const due = action.due === null ? null : formatMoment(new Date(action.due), style);
  return `${actionLine(action, style)}\n${facts(
    [
      [heads.slo[language].toLowerCase(), action.slo],
      [word('month'), action.month],
      [word('owner'), action.owner],
      [word('due'), due],
    ],
    style,
  )}`;
}

/** Whose review began. */
export function startedText(
  { month, started }: OutputOf<'slo.review-start'>,
  { language }: Style,
): string {
  const head = sloPhrases.reviewBegan[language].replace('{month}', month);
  return `${[head, ...started.map((id) => `  ${cleanLine(id)}`)].join('\n')}\n`;
}

export function noteText(note: OutputOf<'timeline.note'>, style: Style): string {
  const { kind, service, text, from, to } = note;
  const at = (iso: string) => formatMoment(new Date(iso), style);
  const when = to === null ? at(from) : `${at(from)} – ${at(to)}`;
  const name = causeNames[kind][style.language];
  return `${sloPhrases.noted[style.language]} ${cleanLine(`${name} · ${service} · ${when} · ${text}`)}\n`;
}
