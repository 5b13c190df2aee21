import type { SloPage, SloSummary } from '@sekisho/contract';
import { shareText, sloGlyphs, sloStateWords, timesText } from '@sekisho/words/terminal';
import { formatRelative } from '@sekisho/words/time';
import { verbWords } from '@sekisho/words/verbs';
import type { Card, Part } from './card.ts';
import { type CardOptions, linkToSlos, say } from './options.ts';

/** Most SLOs that a list in chat names; the console has all. */
const mostRows = 15;
const fewRows = 5;

/**
 * How the promises stand: those that fire, burn, are spent, nearly so or dark, the least budget first;
 * where all is well the few that have least left. The figures are those of `sekisho slo list`.
 */
export function sloListCard(slos: readonly SloSummary[], options: CardOptions): Card {
  const { language } = options;
  const flagged = slos.filter(({ flags, state }) => flags.length > 0 || state === 'low');
  const shown = flagged.length > 0 ? flagged.slice(0, mostRows) : slos.slice(0, fewRows);
  const rest = slos.length - shown.length;
  const troubled = flagged.length - shown.length;
  const more =
    troubled > 0
      ? say(language, `${troubled} more need a look`, `要確認があと ${troubled} 件`)
      : say(language, `${rest} others are not in need`, `ほか ${rest} 件は問題なし`);
  const none = say(
    language,
    'No SLO is declared yet: put OpenSLO documents into "services/" beside sekisho.yaml.',
    'SLO はまだありません。sekisho.yaml の隣の「services/」に OpenSLO の文書を置いてください。',
  );
  const notice: Part = { type: 'notice', level: 'information', text: none, detail: null };
  return {
    language,
    production: false,
    glyph: flagged.length > 0 ? '▲' : '●',
    head: [
      say(language, 'SLOs', 'SLO の状況'),
      say(
        language,
        `${flagged.length} of ${slos.length} need a look`,
        `要確認 ${flagged.length} / ${slos.length} 件`,
      ),
    ],
    parts: [
      ...(slos.length === 0 ? [notice] : shown.map((slo) => rowOf(slo, options))),
      ...(rest > 0 ? [{ type: 'facts', facts: [more] } as const] : []),
    ],
    actions: [],
    link: linkToSlos(options),
  };
}

function rowOf(slo: SloSummary, { language }: CardOptions): Part {
  const { state, id, displayName, service, remainingShare, burn, shadow } = slo;
  const left = shareText(remainingShare);
  const words = [
    sloStateWords[state][language],
    displayName === null ? id : `${displayName} (${id})`,
    service,
    say(language, `${left} of the budget left`, `バジェットの残り ${left}`),
    say(language, `burn ${timesText(burn)}`, `バーンレート ${timesText(burn)}`),
    ...(shadow ? [say(language, 'watches only', '観察のみ')] : []),
  ];
  return { type: 'row', glyph: sloGlyphs[state], mark: false, words, actions: [] };
}

/** Pages and tickets, for whoever looks at their home: those that are on, with a button to take them. */
export function pagesCard(pages: readonly SloPage[], options: CardOptions): Card {
  const { language } = options;
  const open = pages.filter(({ resolvedAt }) => resolvedAt === null).length;
  return {
    language,
    production: false,
    glyph: '▲',
    head: [
      say(language, 'pages and tickets of SLOs', 'SLO のアラート'),
      say(language, `${open} open`, `${open} 件発生中`),
    ],
    parts: pages.map((page) => pageRow(page, options)),
    actions: [],
    link: linkToSlos(options),
  };
}

function pageRow(page: SloPage, options: CardOptions): Part {
  const { language } = options;
  const { id, slo, displayName, service, severity, firedAt, resolvedAt, acknowledgedBy } = page;
  const kind =
    severity === 'page' ? say(language, 'page', 'ページ') : say(language, 'ticket', 'チケット');
  const at = formatRelative(new Date(firedAt), options);
  return {
    ...{ type: 'row', glyph: resolvedAt === null ? '▲' : '✓', mark: false },
    ...{ words: [kind, service, displayName ?? slo, at] },
    actions:
      acknowledgedBy === null && resolvedAt === null
        ? [
            {
              ...{ id: 'slo.acknowledge', value: id, style: 'plain' },
              label: verbWords['slo.acknowledge'].title[language],
              command: `sekisho slo acknowledge ${id}`,
            },
          ]
        : [],
  };
}
