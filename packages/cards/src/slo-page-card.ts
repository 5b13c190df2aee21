import type { SloPage } from '@sekisho/contract';
import { changeText, figuresIn, whyFired } from '@sekisho/words/slo';
import { formatRelative } from '@sekisho/words/time';
import { verbWords } from '@sekisho/words/verbs';
import type { Card, Part } from './card.ts';
import { type CardOptions, linkToSlo, nameOf, say } from './options.ts';

/** Changes that a card names, and a picture numbers; the console has the rest. */
export const mostChanges = 4;

/** A page or a ticket: what burns, why it fired, what changed around it, who is on it. */
export function sloPageCard(page: SloPage, options: CardOptions): Card {
  const { language } = options;
  const open = page.resolvedAt === null;
  const severity =
    page.severity === 'page'
      ? say(language, 'page', 'ページ')
      : say(language, 'ticket', 'チケット');
  return {
    language,
    production: false,
    glyph: open ? '▲' : '✓',
    head: [
      open ? severity : say(language, `${severity}, resolved`, `${severity}（収束）`),
      page.service,
      page.displayName ?? page.slo,
    ],
    parts: [
      ...whyFired(page.why, language).map(
        (text): Part => ({
          ...{ type: 'notice', level: open ? 'error' : 'information', text, detail: null },
        }),
      ),
      ...budgetParts(page, options),
      ...whenParts(page, options),
      ...changeParts(page, options),
    ],
    actions: open && page.acknowledgedBy === null ? [acknowledge(page, options)] : [],
    link: linkToSlo(page.slo, options),
  };
}

function acknowledge({ id }: SloPage, { language }: CardOptions): Card['actions'][number] {
  return {
    ...{ id: 'slo.acknowledge', value: id, style: 'primary' },
    label: verbWords['slo.acknowledge'].title[language],
    command: `sekisho slo acknowledge ${id}`,
  };
}

function budgetParts({ why }: SloPage, { language }: CardOptions): Part[] {
  if (why.budget === null) return [];
  const { share, sli, target } = figuresIn(language);
  const left = share(why.budget.remainingShare);
  return [
    {
      type: 'facts',
      facts: [
        say(language, `${left} of the budget left`, `バジェットの残り ${left}`),
        `SLI ${sli(why.budget.sli)}`,
        say(language, `target ${target(why.budget.target)}`, `目標 ${target(why.budget.target)}`),
      ],
    },
  ];
}

/** Since when, until when, who is on it; an incident by its name. */
function whenParts(page: SloPage, options: CardOptions): Part[] {
  const { language } = options;
  const at = (iso: string) => formatRelative(new Date(iso), options);
  const { firedAt, resolvedAt, acknowledgedBy, incident, why } = page;
  const by = acknowledgedBy === null ? null : nameOf(acknowledgedBy, options);
  const ofBudget = why.kind !== 'no-data' && why.kind !== 'client-errors';
  const facts = [
    say(language, `fired ${at(firedAt)}`, `発生 ${at(firedAt)}`),
    ...(resolvedAt === null
      ? []
      : [say(language, `resolved ${at(resolvedAt)}`, `収束 ${at(resolvedAt)}`)]),
    ...(resolvedAt === null && why.spentAt !== null
      ? [say(language, `budget spent ${at(why.spentAt)}`, `この速さで使い切り ${at(why.spentAt)}`)]
      : []),
    ...(resolvedAt === null && ofBudget && why.resetsAt !== null
      ? [
          say(
            language,
            `whole again if nothing more fails: ${at(why.resetsAt)}`,
            `これ以上失敗しない場合の全回復: ${at(why.resetsAt)}`,
          ),
        ]
      : []),
    ...(by === null ? [] : [say(language, `${by} is on it`, `${by} さんが対応中`)]),
  ];
  const named: Part[] = incident === null ? [] : [{ type: 'quote', text: incident }];
  return [{ type: 'facts', facts }, ...named];
}

function changeParts({ changed }: SloPage, options: CardOptions): Part[] {
  const { language, timeZone } = options;
  const nameOfPerson = (id: string) => nameOf(id, options);
  if (changed.length === 0) {
    const text = say(
      language,
      'The timeline holds no change in the two hours before.',
      'その前の 2 時間、タイムラインに変更の記録はありません。',
    );
    return [{ type: 'facts', facts: [text] }];
  }
  const head = say(language, 'What changed around it:', '前後の変更:');
  // By the same numbers they stand in the lanes of the picture.
  const lines = changed.slice(0, mostChanges).map((change, index) => {
    const text = changeText(change, language, { nameOf: nameOfPerson, timeZone });
    return `${index + 1}. ${text}`;
  });
  const more = changed.length - lines.length;
  const rest = more > 0 ? [say(language, `and ${more} more`, `ほか ${more} 件`)] : [];
  return [head, ...lines, ...rest].map((text): Part => ({ type: 'facts', facts: [text] }));
}
