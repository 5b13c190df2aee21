import type { Bucket, Report } from '@sekisho/objectives/report';
import { count, span } from '../figures.ts';
import { coverageText, type Reader } from '../summary-words.ts';
import { labels } from '../words.ts';
import { across, alertLines, frame, inner, number, timeAxis } from './plot-frame.ts';

/** Room above the highest bar, for the words. */
const headroom = 1.3;

/** Good requests over time, and below them those that failed, each with a scale of its own. */
export function eventPlots(report: Report, reader: Reader): string {
  const { language } = reader;
  const each = span(report.plot.bucketMinutes, language);
  const one = (key: 'good' | 'bad') => {
    const most = Math.max(1, ...report.plot.buckets.map((bucket) => bucket[key]));
    const text = {
      en: `${labels[key].en}: at most ${count(most)} in ${each}`,
      ja: `${labels[key].ja}: ${each}ごとに最大 ${count(most)} 件`,
    }[language];
    const bars = barsOf(report, (bucket) => bucket[key] / most / headroom);
    const content = `<path class="${key}" d="${bars}"/>${key === 'bad' ? alertLines(report) : ''}`;
    return frame({ height: 72, label: text, content, levels: [{ text, at: 0 }] });
  };
  return `${one('good')}${one('bad')}${timeAxis(report.logs.span, reader)}`;
}

function barsOf({ plot, logs }: Report, share: (bucket: Bucket) => number): string {
  return plot.buckets
    .filter((bucket) => share(bucket) > 0)
    .map((bucket) => {
      const from = across(logs.span, Math.max(bucket.from, logs.span.from));
      const to = across(logs.span, Math.min(bucket.from + plot.bucketMinutes, logs.span.to));
      // At least a hair: a single failure must not vanish.
      const top = number(inner.height - Math.max(share(bucket) * inner.height, 1.5));
      return `M${from} ${inner.height}V${top}H${to}V${inner.height}Z`;
    })
    .join('');
}

/** Which part of the logs' span they cover; holes are hatched. */
export function coverageStrip(report: Report, reader: Reader): string {
  const { span: whole, holes } = report.logs;
  const gaps = holes
    .map(({ from, to }) => {
      const x = across(whole, from);
      const width = number(Math.max(Number(across(whole, to)) - Number(x), 1.5));
      return `<rect class="hole" x="${x}" width="${width}" height="${inner.height}"/>`;
    })
    .join('');
  const content = `<rect class="measured" width="${inner.width}" height="${inner.height}"/>${cut(holes, whole)}${gaps}`;
  const label = coverageText(report, reader.language);
  return frame({ height: 16, label, content });
}

/** Takes the colour of measured time away below each hole. */
function cut(holes: Report['logs']['holes'], whole: Report['logs']['span']): string {
  return holes
    .map(({ from, to }) => {
      const x = across(whole, from);
      return `<rect class="bare" x="${x}" width="${number(Number(across(whole, to)) - Number(x))}" height="${inner.height}"/>`;
    })
    .join('');
}
