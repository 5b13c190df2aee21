import type { MissingPolicy } from '@sekisho/objectives/budget';
import type { Language, Pair } from '@sekisho/words/language';
import { cleanLine } from '../../../print/clean.ts';
import type { Style } from '../../../print/style.ts';
import { type Column, table } from '../../../print/table.ts';
import { alertNotes } from '../report/alerts-note.ts';
import { count, percent, span, targetText, windowText } from '../report/figures.ts';
import { missingText } from '../report/missing-text.ts';
import { momentText } from '../report/summary-words.ts';
import { deadText, nameOf } from '../report/titles.ts';
import { wrap } from '../report/wrap.ts';
import type { Replayed } from './replayed.ts';

const words = {
  target: { en: 'target', ja: '目標' },
  pages: { en: 'pages', ja: 'ページ' },
  tickets: { en: 'tickets', ja: 'チケット' },
  inPage: { en: 'in page', ja: 'ページ中' },
  left: { en: 'left', ja: '残り' },
  lowest: { en: 'lowest', ja: '最低' },
  caught: { en: 'caught', ja: '検知' },
  after: { en: 'after', ja: '検知まで' },
  other: { en: 'other', ja: '他' },
  missed: { en: 'missed', ja: '見逃し' },
  next: {
    en: 'Incidents of your own: --incidents incidents.yaml (a list of { id, from, to }).',
    ja: 'インシデントと突き合わせるには --incidents incidents.yaml ({ id, from, to } のリスト)。',
  },
} as const satisfies Readonly<Record<string, Pair>>;

/** What one target would have done, as it is shown; shares of 1. */
export interface ShownCandidate {
  readonly target: number;
  readonly pages: readonly unknown[];
  readonly tickets: readonly unknown[];
  readonly pageMinutes: number;
  readonly remainingShare: number | null;
  readonly lowest: number | null;
  readonly caught: readonly { readonly afterMinutes: number }[];
  readonly missed: readonly string[];
  readonly unexplained: number;
  readonly dead: Parameters<typeof deadText>[0]['dead'];
}

/** A replay as people read it, over logs or of an SLO that a server measures. */
export interface ShownReplay {
  readonly name: string;
  readonly window: string;
  /** Minutes since 1970. */
  readonly span: { readonly from: number; readonly to: number };
  readonly candidates: readonly ShownCandidate[];
  /** How many incidents there are to be caught; null when none were asked about. */
  readonly incidents: number | null;
  readonly notes: readonly string[];
}

/** A replay over logs. */
export function replayText(
  { promised, replayed }: Replayed,
  withIncidents: boolean,
  style: Style,
): string {
  const { language } = style;
  const { candidates, logs, incidents } = replayed;
  return replayTable(
    {
      name: nameOf(promised, language),
      window: windowText(promised.objective.window, language),
      span: logs.span,
      candidates: candidates.map((one) => ({
        ...one,
        remainingShare: one.budget.remainingShare,
      })),
      incidents: withIncidents ? incidents.length : null,
      notes: [
        ...alertNotes(promised, language),
        ...notFullText(replayed, style),
        ...holesText(logs.holes, promised.objective.missing, language),
        ...(withIncidents ? [] : [incidentsWanted(language)]),
      ],
    },
    style,
  );
}

/** How incidents are told. */
export function incidentsWanted(language: Language): string {
  return words.next[language];
}

/** One row for each target, and below it what must be known to read them. */
export function replayTable(shown: ShownReplay, style: Style): string {
  const { language } = style;
  const { candidates, span: all, incidents } = shown;
  const name = style.paint(cleanLine(shown.name), 'bold');
  const when = `${momentText(all.from, style)} – ${momentText(all.to, style)}`;
  const columns = [...common(style), ...(incidents === null ? [] : ofIncidents(incidents, style))];
  const notes = [
    ...candidates.flatMap((one) => missedText(one, style) ?? []),
    ...candidates.flatMap((one) => deadText(one, language) ?? []),
    ...shown.notes,
  ];
  const told = notes.map((note) => `${wrap(cleanLine(note), style.width, '')}\n`).join('');
  return `${name}   ${shown.window}   ${when}\n${table(candidates, columns, style)}${told}`;
}

function column(
  name: keyof typeof words,
  style: Style,
  text: (one: ShownCandidate) => string,
): Column<ShownCandidate> {
  return { title: words[name][style.language], text, right: true };
}

function common(style: Style): readonly Column<ShownCandidate>[] {
  const shareOf = (share: number | null) => (share === null ? '–' : percent(share));
  const spent = ({ remainingShare: left }: ShownCandidate) => ((left ?? 0) < 0 ? 'red' : null);
  return [
    column('target', style, ({ target }) => targetText(target)),
    column('pages', style, ({ pages }) => count(pages.length)),
    column('tickets', style, ({ tickets }) => count(tickets.length)),
    column('inPage', style, ({ pageMinutes }) => span(pageMinutes, style.language)),
    { ...column('left', style, ({ remainingShare }) => shareOf(remainingShare)), colour: spent },
    column('lowest', style, ({ lowest }) => shareOf(lowest)),
  ];
}

function ofIncidents(all: number, style: Style): readonly Column<ShownCandidate>[] {
  const slowest = ({ caught }: ShownCandidate) =>
    caught.length === 0
      ? '–'
      : span(Math.max(...caught.map(({ afterMinutes }) => afterMinutes)), style.language);
  return [
    column('caught', style, ({ caught }) => `${caught.length}/${all}`),
    column('after', style, slowest),
    column('other', style, ({ unexplained }) => count(unexplained)),
  ];
}

function missedText({ target, missed }: ShownCandidate, { language }: Style): string | null {
  if (missed.length === 0) return null;
  const names = missed.slice(0, 10).join(', ') + (missed.length > 10 ? ', …' : '');
  return `${targetText(target)}: ${words.missed[language]} ${names}`;
}

/** What was not measured of the logs' time, and what it was taken to be; nothing where all was. */
function holesText(
  holes: Replayed['replayed']['logs']['holes'],
  missing: MissingPolicy,
  language: Language,
): readonly string[] {
  if (holes.length === 0) return [];
  const length = span(
    holes.reduce((sum, { from, to }) => sum + to - from, 0),
    language,
  );
  return [
    {
      en: `${length} of that time hold no line: ${missingText(missing, 'en')}.`,
      ja: `そのうち ${length}は行がありません (${missingText(missing, 'ja')})。`,
    }[language],
  ];
}

function notFullText({ candidates, logs }: Replayed['replayed'], { language }: Style) {
  const [first] = candidates;
  if (first === undefined || first.budget.full) return [];
  const known = span(logs.span.to - logs.span.from, language);
  return [
    {
      en: `The window is not yet full: the logs hold ${known}. "Budget spent" pages only once it is.`,
      ja: `期間の全体はまだありません (ログは ${known})。バジェット超過のページはその後だけ数えます。`,
    }[language],
  ];
}
