import type { Report } from '@sekisho/objectives/report';
import { percent } from '../figures.ts';
import { budgetText, type Reader } from '../summary-words.ts';
import { labels } from '../words.ts';
import { across, alertLines, alertMarks, frame, inner, number, timeAxis } from './plot-frame.ts';

/** The share of the budget that remained; overspent parts lie below the zero line, in another shape and colour. */
export function budgetPlot(report: Report, reader: Reader): string {
  const { language } = reader;
  const lowest = Math.min(report.lowest ?? 0, 0);
  // What is far below zero would flatten all the rest; the word beside it says how far it went.
  const floor = lowest < 0 ? Math.max(lowest, -1) * 1.05 : 0;
  const height = (share: number) =>
    ((1 - Math.min(Math.max(share, floor), 1)) / (1 - floor)) * inner.height;
  const zero = height(0);
  const points = report.plot.curve.flatMap(({ at, remainingShare }) =>
    remainingShare === null ? [] : [{ x: across(report.logs.span, at), share: remainingShare }],
  );
  const line = (share: (share: number) => number) =>
    points.map((point) => `${point.x} ${number(height(share(point.share)))}`).join('L');
  const [first = '', last = ''] = [points[0]?.x, points.at(-1)?.x];
  const area = (path: string, kind: string) =>
    `<path class="${kind}" d="M${first} ${number(zero)}L${path}L${last} ${number(zero)}Z"/>`;
  const content =
    first === ''
      ? ''
      : [
          area(
            line((share) => Math.max(share, 0)),
            'left',
          ),
          lowest < 0
            ? area(
                line((share) => Math.min(share, 0)),
                'over',
              )
            : '',
          `<path class="curve" d="M${line((share) => share)}"/>`,
          `<line class="zero" x1="0" x2="${inner.width}" y1="${number(zero)}" y2="${number(zero)}"/>`,
          alertLines(report),
        ].join('');
  const levels = [
    { text: '100%', at: 0 },
    ...(lowest < 0 ? [{ text: '0%', at: zero / inner.height }] : []),
    { text: lowest < 0 ? lowestText(lowest, language) : '0%', at: 1 },
  ];
  const label = `${labels.curve[language]}: ${budgetText(report, language)}`;
  return `${alertMarks(report, reader)}${frame({ height: 180, label, content, levels })}${timeAxis(report.logs.span, reader)}`;
}

function lowestText(lowest: number, language: Reader['language']): string {
  return { en: `lowest: ${percent(lowest)}`, ja: `最低 ${percent(lowest)}` }[language];
}
