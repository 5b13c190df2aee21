import type { OutputOf, SloSource, SloViewSeen } from '@sekisho/contract';
import { heads, sloHeads, sloPhrases } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import {
  claimText,
  gapText,
  sourceAdvice,
  sourceStateWords,
  unparsedText,
  verdictText,
  viewNames,
  viewVerdictWords,
} from '@sekisho/words/why';
import { cleanLine } from './clean.ts';
import { countText, minutesText, ninesText, shareText } from './slo-figures.ts';
import type { Colour, Style } from './style.ts';
import { type Column, table } from './table.ts';

type Views = OutputOf<'slo.views'>;

const mostRows = 31;

/** Views of one service: each as a whole, over time, and each pair with its gap and its verdict. */
export function viewsText(answer: Views, style: Style): string {
  const { language } = style;
  const { views, pairs } = answer;
  const name = cleanLine(answer.displayName ?? answer.service);
  const span = [answer.from, answer.to]
    .map((at) => formatMoment(new Date(at), { ...style, withDay: true }))
    .join(' – ');
  const head = `${style.paint(name, 'bold')}   ${span}\n`;
  if (views.length === 0) return `${head}${sloPhrases.noViews[language]}\n`;
  const claims = views.flatMap((view) => claimText(view, language) ?? []);
  const parts = [
    head + summaryTable(views, style),
    overTime(answer, style),
    pairs.length === 0
      ? `${sloPhrases.oneView[language]}\n`
      : pairs.map((pair) => pairText(pair, style)).join('\n'),
    ...claims.map((claim) => `${cleanLine(claim)}\n`),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function summaryTable(views: readonly SloViewSeen[], style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language];
  return table<SloViewSeen>(
    views,
    [
      { title: word('view'), text: ({ view }) => viewNames[view][language] },
      { title: heads.slo[language], text: ({ slo }) => slo, flexible: true },
      { title: word('sli'), text: ({ sli }) => ninesText(sli), right: true },
      { title: heads.target[language], text: ({ target }) => ninesText(target), right: true },
      { title: word('events'), text: ({ good, bad }) => countText(good + bad), right: true },
      { title: word('bad'), text: ({ bad }) => countText(bad), right: true },
      { title: word('badHours'), text: ({ badHours }) => countText(badHours), right: true },
      { title: word('coverage'), text: ({ coverage }) => shareText(coverage), right: true },
    ],
    style,
  );
}

/** The ratio of each view in the latest stretches; where all are empty nothing is written. */
function overTime({ views }: Views, style: Style): string {
  const { language } = style;
  const moments = (views[0]?.points ?? [])
    .map((_, index) => index)
    .filter((index) => views.some(({ points }) => (points[index]?.coverage ?? 0) > 0))
    .slice(-mostRows);
  if (moments.length === 0) return '';
  const title = sloHeads.until[language];
  const at = (index: number) => views[0]?.points[index]?.at ?? '';
  const columns: Column<number>[] = [
    { title, text: (index) => formatMoment(new Date(at(index)), style) },
    ...views.map(
      (view): Column<number> => ({
        title: viewNames[view.view][language],
        text: (index) => ratioText(view.points[index]),
        right: true,
      }),
    ),
  ];
  return table(moments, columns, style);
}

function ratioText(point: SloViewSeen['points'][number] | undefined): string {
  if (point === undefined || point.coverage === 0) return '–';
  const total = point.good + point.bad;
  return total === 0 ? '0' : `${ninesText(point.good / total)} / ${countText(total)}`;
}

const verdictColours: Readonly<Record<Views['pairs'][number]['verdict'], Colour>> = {
  'stands-in': 'green',
  'does-not': 'red',
  'not-enough': 'yellow',
};

function pairText(pair: Views['pairs'][number], style: Style): string {
  const { language } = style;
  const [near, far] = [viewNames[pair.near][language], viewNames[pair.far][language]];
  const verdict = style.paint(
    viewVerdictWords[pair.verdict][language],
    verdictColours[pair.verdict],
  );
  const worst = pair.gap.worst.slice(0, 3).map(({ from, lost, nearShare, farShare }) => {
    const shares = `${near} ${shareText(nearShare)}, ${far} ${shareText(farShare)}`;
    return `  ${formatMoment(new Date(from), style)}: ${countText(lost)} (${shares})\n`;
  });
  const lost = worst.length === 0 ? '' : `  ${sloPhrases.mostLost[language]}\n`;
  return [
    `${far} → ${near}: ${verdict}\n`,
    `  ${cleanLine(verdictText(pair, language))}\n`,
    `  ${cleanLine(gapText(pair, language))}\n`,
    lost,
    ...worst,
  ].join('');
}

const sourceColours: Readonly<Record<SloSource['state'], Colour | null>> = {
  ...{ failing: 'red', late: 'yellow', damaged: 'yellow', 'catching-up': null },
  ...{ well: 'green', waiting: 'dim' },
};

/** Every source: how it does, and under the table what to do about those that do not well. */
export function sourcesText(sources: OutputOf<'slo.sources'>, style: Style): string {
  const { language } = style;
  if (sources.length === 0) return `${sloPhrases.noSources[language]}\n`;
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language];
  const list = table<SloSource>(
    sources,
    [
      {
        title: heads.state[language],
        text: ({ state }) => sourceStateWords[state][language],
        colour: ({ state }) => sourceColours[state],
      },
      { title: word('source'), text: ({ source }) => source },
      {
        title: word('lastRead'),
        text: ({ succeededAt }) =>
          succeededAt === null ? '–' : formatMoment(new Date(succeededAt), style),
      },
      {
        title: word('behind'),
        text: ({ behindMinutes }) =>
          behindMinutes === null ? '–' : minutesText(behindMinutes, language),
        right: true,
      },
      { title: word('coverage'), text: coverageText, right: true },
      { title: word('unparsed'), text: unparsedShare, right: true },
      { title: 'SLO', text: ({ slos }) => slos.map(({ id }) => id).join(', '), flexible: true },
    ],
    style,
  );
  return list + sources.map((source) => troubleText(source, style)).join('');
}

/** Of several SLOs the one that was measured least. */
function coverageText({ slos }: SloSource): string {
  if (slos.length === 0) return '–';
  return shareText(Math.min(...slos.map(({ coverage }) => coverage)));
}

function unparsedShare({ lines }: SloSource): string {
  return lines === null || lines.total === 0 ? '–' : shareText(lines.unparsed / lines.total);
}

function troubleText(source: SloSource, { language, paint }: Style): string {
  const { failure, lines } = source;
  const advice = sourceAdvice(source, language);
  const reasons = (lines?.reasons ?? []).map(
    ({ reason, lines: many, shape }) =>
      `  ${countText(many)} × ${unparsedText(reason, language)}: ${cleanLine(shape)}\n`,
  );
  if (failure === null && advice === null && reasons.length === 0) return '';
  return [
    `\n${paint(cleanLine(source.source), 'bold')}\n`,
    failure === null
      ? ''
      : `  ${cleanLine(failure.message)} (${failure.code}, ${failure.times}×)\n`,
    advice === null ? '' : `  ${advice}\n`,
    ...reasons,
  ].join('');
}
