import type { Span } from '@sekisho/objectives/minutes';
import type { ExplainedFiring, Report } from '@sekisho/objectives/report';
import { formatDay } from '@sekisho/words/time';
import { tierText } from '../firing-words.ts';
import { momentText, type Reader } from '../summary-words.ts';
import { labels } from '../words.ts';
import { escape } from './escape.ts';

/** Units of the inner picture, which is stretched to the room there is; text is not. */
export const inner = { width: 1000, height: 100 } as const;

/** Where a minute stands from left to right, 0 to 1000. */
export function across({ from, to }: Span, minute: number): string {
  return number(((minute - from) / Math.max(to - from, 1)) * inner.width);
}

/** Two digits after the point are finer than any screen. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface Framed {
  /** Pixels. */
  readonly height: number;
  /** What a screen reader says of it. */
  readonly label: string;
  /** Drawn in units of `inner`. */
  readonly content: string;
  /** Words at the left edge, each at a share of the height from above. */
  readonly levels?: readonly { readonly text: string; readonly at: number }[];
}

/** One picture: stretched shapes below, words of their own size above. */
export function frame({ height, label, content, levels = [] }: Framed): string {
  const words = levels
    .map(({ text, at }) => {
      const y = Math.min(Math.max(at * height + (at > 0.5 ? -4 : 12), 11), height - 3);
      return `<text class="halo" x="4" y="${number(y)}">${escape(text)}</text>`;
    })
    .join('');
  return `<svg role="img" aria-label="${escape(label)}" height="${height}"><svg viewBox="0 0 ${inner.width} ${inner.height}" width="100%" height="${height}" preserveAspectRatio="none">${content}</svg><rect class="frame" width="100%" height="${height}"/>${words}</svg>`;
}

/** Lines where alerts fired, to lie over a picture. */
export function alertLines({ firings, logs: { span } }: Report): string {
  return firings
    .map(({ severity, firedAt }) => {
      const x = across(span, firedAt);
      return `<line class="${severity}" x1="${x}" x2="${x}" y1="0" y2="${inner.height}"/>`;
    })
    .join('');
}

/** A row of marks over a picture: ▲ for each page, ○ for each ticket, named on hover. */
export function alertMarks({ firings, logs: { span } }: Report, reader: Reader): string {
  if (firings.length === 0) return '';
  const marks = firings.map((one) => markOf(one, span, reader)).join('');
  return `<svg height="16" aria-hidden="true">${marks}</svg>`;
}

function markOf(firing: ExplainedFiring, span: Span, reader: Reader): string {
  const { severity, firedAt } = firing;
  const { language } = reader;
  const name = `${labels[severity][language]} · ${tierText(firing, language)} · ${momentText(firedAt, reader)}`;
  const kind = severity === 'page' ? 'mark' : 'mark tick';
  const x = number(Number(across(span, firedAt)) / 10);
  return `<text class="${kind}" x="${x}%" y="13" text-anchor="middle">${severity === 'page' ? '▲' : '○'}<title>${escape(name)}</title></text>`;
}

/** Five times below a picture, three on a phone. */
export function timeAxis({ from, to }: Span, reader: Reader): string {
  const long = to - from > 3 * 1440;
  const ticks = [0, 1, 2, 3, 4].map((quarter) => {
    const minute = from + ((to - from) * quarter) / 4;
    const text = long ? formatDay(new Date(minute * 60_000), reader) : momentText(minute, reader);
    const anchor = quarter === 0 ? 'start' : quarter === 4 ? 'end' : 'middle';
    const wide = quarter % 2 === 1 ? ' class="wide"' : '';
    return `<text${wide} x="${quarter * 25}%" y="13" text-anchor="${anchor}">${escape(text)}</text>`;
  });
  return `<svg height="18" aria-hidden="true">${ticks.join('')}</svg>`;
}
