import { failuresAllowed, type Judged } from '@sekisho/objectives/suggest';
import type { Pair } from '@sekisho/words/language';
import { cleanLine } from '../../../print/clean.ts';
import type { Style } from '../../../print/style.ts';
import { type Column, table } from '../../../print/table.ts';
import { alertNotes } from '../report/alerts-note.ts';
import { count, percent, plural, span, targetText, windowText } from '../report/figures.ts';
import { nameOf } from '../report/titles.ts';
import { wrap } from '../report/wrap.ts';
import { againstText, doubtText } from './suggest-words.ts';
import type { Suggested } from './suggested.ts';

const words = {
  target: { en: 'target', ja: '目標' },
  allowed: { en: 'may fail', ja: '許容' },
  pages: { en: 'pages', ja: 'ページ' },
  lowest: { en: 'lowest', ja: '最低' },
  caught: { en: 'caught', ja: '検知' },
  verdict: { en: 'why not', ja: '選ばない理由' },
  doubts: { en: 'What is uncertain', ja: '不確かな点' },
} as const satisfies Readonly<Record<string, Pair>>;

/** The target suggested, the reasons for and against each candidate, and what is uncertain. */
export function suggestText(suggested: Suggested, style: Style): string {
  const { language } = style;
  const { judged, doubts, chosen } = suggested.suggestion;
  const list = doubts.map(
    (doubt) => `- ${wrap(cleanLine(doubtText(doubt, language)), style.width, '  ').trimStart()}\n`,
  );
  const uncertain =
    list.length === 0 ? '' : `\n${style.paint(words.doubts[language], 'bold')}\n${list.join('')}`;
  const rows = table(judged, columns(suggested, style), style);
  const notes = alertNotes(suggested.promised, language).map(
    (note) => `${wrap(cleanLine(note), style.width, '')}\n`,
  );
  return `${headText(suggested, style)}\n${rows}${notes.join('')}${uncertain}${nextText(chosen, style)}`;
}

function headText({ promised, suggestion }: Suggested, style: Style): string {
  const { language } = style;
  const { chosen, replayed } = suggestion;
  const name = style.paint(cleanLine(nameOf(promised, language)), 'bold');
  const window = windowText(promised.objective.window, language);
  const known = span(replayed.logs.span.to - replayed.logs.span.from, language);
  if (chosen === null)
    return `${name}\n${wrap(noneText(suggestion, known, language), style.width, '')}\n`;
  const { target, pages, lowest } = chosen.candidate;
  const said = {
    en: `${targetText(target)} over ${window}`,
    ja: `${targetText(target)} / ${window}`,
  }[language];
  const why = {
    en: `The highest target that ${known} of history kept at every moment: at the lowest ${percent(lowest ?? 1)} of the budget was left, with ${plural(pages.length, 'page')}.`,
    ja: `${known}の実績で常に守れていた最も高い目標です。バジェットの残りは最低でも ${percent(lowest ?? 1)}、ページは ${count(pages.length)} 件でした。`,
  }[language];
  return `${name}   ${style.paint(said, 'bold')}\n${wrap(why, style.width, '')}\n`;
}

/** Why nothing is suggested: the service, or only that too little is known of it. */
function noneText(
  { judged, kept }: Suggested['suggestion'],
  known: string,
  language: Style['language'],
): string {
  const isSmall = judged.some(({ against }) =>
    against.every(({ code }) => code === 'unproven' || code === 'too-few'),
  );
  if (isSmall) {
    return {
      en: `${known} of history with so few requests proves no candidate: gather more logs and ask again.`,
      ja: `${known}のこの件数では、どの候補も裏付けられません。ログを増やして再確認してください。`,
    }[language];
  }
  if (kept > 0) {
    const target = targetText(kept);
    return {
      en: `No candidate suits ${known} of history: ${target} is what it kept. See why below, and mend the service or the SLI before you promise more.`,
      ja: `${known}の実績に合う候補がありません。守れていたのは ${target} です。下の理由を確認し、より高い目標の前にサービスか SLI を直してください。`,
    }[language];
  }
  return {
    en: `No candidate suits ${known} of history: see why below, and mend the service or the SLI first.`,
    ja: `${known}の実績に合う候補がありません。下の理由を確認し、サービスか SLI を先に直してください。`,
  }[language];
}

function columns({ suggestion }: Suggested, style: Style): readonly Column<Judged>[] {
  const { language } = style;
  const { replayed, chosen } = suggestion;
  const right = (name: keyof typeof words, text: (one: Judged) => string): Column<Judged> => {
    return { title: words[name][language], text, right: true };
  };
  const incidents = replayed.incidents.length;
  const mark = { en: 'suggested', ja: '提案' }[language];
  const verdict = (one: Judged) =>
    one === chosen ? mark : one.against.map((each) => againstText(each, language)).join('; ');
  return [
    right('target', ({ candidate }) => targetText(candidate.target)),
    right('allowed', ({ candidate }) => count(failuresAllowed(candidate, replayed))),
    right('pages', ({ candidate }) => count(candidate.pages.length)),
    right('lowest', ({ candidate }) => percent(candidate.lowest ?? 1)),
    ...(incidents === 0
      ? []
      : [right('caught', ({ candidate }) => `${candidate.caught.length}/${incidents}`)]),
    { title: words.verdict[language], text: verdict, flexible: true },
  ];
}

function nextText(chosen: Judged | null, style: Style): string {
  if (chosen === null) return '';
  const target = targetText(chosen.candidate.target).replace('%', '');
  const text = {
    en: `See it: sekisho slo report --logs … --target ${target}`,
    ja: `確認: sekisho slo report --logs … --target ${target}`,
  };
  return `\n${text[style.language]}\n`;
}
