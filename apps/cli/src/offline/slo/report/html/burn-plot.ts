import { burnFactor, standardTiers } from '@sekisho/objectives/alerts';
import type { Report } from '@sekisho/objectives/report';
import { span, times } from '../figures.ts';
import type { Reader } from '../summary-words.ts';
import { labels } from '../words.ts';
import { across, alertLines, frame, inner, number, timeAxis } from './plot-frame.ts';

const lowest = 0.1;

/** How fast the budget burned over each window, one picture below the other, with the rate that fires. */
export function burnPlots(report: Report, reader: Reader): string {
  const { window } = report.budget;
  const length = window.to - window.from;
  const most = Math.max(
    100,
    ...report.plot.burns.flatMap(({ points }) => points.map(({ burn }) => burn ?? 0)),
  );
  const height = (burn: number) =>
    (1 - Math.log(Math.max(burn, lowest) / lowest) / Math.log(most / lowest)) * inner.height;
  const watched = report.tiers.length > 0 ? report.tiers : standardTiers(length);
  const rows = watched.map((tier) => {
    const factor = burnFactor(tier, length);
    const points = report.plot.burns.find(({ minutes }) => minutes === tier.long)?.points ?? [];
    const level = number(height(factor));
    const limit = `<line class="limit" x1="0" x2="${inner.width}" y1="${level}" y2="${level}"/>`;
    const isJudged = report.tiers.length > 0;
    const content = `${line(report, points, height)}${isJudged ? limit : ''}${alertLines(report)}`;
    const severity = labels[tier.severity][reader.language];
    const judged = {
      en: `${span(tier.long, 'en')} · ${severity} above ${times(factor)}`,
      ja: `${span(tier.long, 'ja')} · ${times(factor)} を超えると${severity}`,
    }[reader.language];
    const text = isJudged ? judged : span(tier.long, reader.language);
    return frame({ height: 56, label: text, content, levels: [{ text, at: 0 }] });
  });
  return `${rows.join('')}${timeAxis(report.logs.span, reader)}`;
}

type Points = Report['plot']['burns'][number]['points'];

/** Filled from below, so that gaps (nothing to judge) show as gaps. */
function line({ logs }: Report, points: Points, height: (burn: number) => number): string {
  const runs: string[][] = [[]];
  for (const { at, burn } of points) {
    if (burn === null) runs.push([]);
    else runs.at(-1)?.push(`${across(logs.span, at)} ${number(height(burn))}`);
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const [first = '', last = ''] = [run[0]?.split(' ')[0], run.at(-1)?.split(' ')[0]];
      const path = run.join('L');
      return `<path class="left" d="M${first} ${inner.height}L${path}L${last} ${inner.height}Z"/><path class="curve" d="M${path}"/>`;
    })
    .join('');
}
