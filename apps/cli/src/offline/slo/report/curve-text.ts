import type { Report } from '@sekisho/objectives/report';
import { displayWidth } from '@sekisho/words/width';
import type { Style } from '../../../print/style.ts';
import { percent } from './figures.ts';

const levels = '▁▂▃▄▅▆▇█';
const overspent = '░';

/**
 * The budget over time as one line of bars; `░` where it is overspent, a space where nothing is known.
 * @param width cells of the whole line
 */
export function curveText({ plot, lowest }: Report, style: Style, width: number): string {
  const { curve } = plot;
  const last = curve.at(-1)?.remainingShare ?? null;
  const labels = ['100% ', last === null ? '' : ` ${percent(last)}`] as const;
  const room = width - displayWidth(labels[0]) - displayWidth(labels[1]);
  const cells = Math.min(curve.length, room);
  if (lowest === null || cells < 8) return '';
  const bars = Array.from({ length: cells }, (_, cell) => {
    const from = Math.floor((cell * curve.length) / cells);
    const to = Math.max(Math.floor(((cell + 1) * curve.length) / cells), from + 1);
    const shares = curve.slice(from, to).flatMap(({ remainingShare: share }) => share ?? []);
    // The lowest of what a cell stands for: a dip must not vanish.
    return shares.length === 0 ? ' ' : bar(Math.min(...shares), style);
  });
  return `${style.paint(labels[0], 'dim')}${bars.join('')}${labels[1]}`;
}

function bar(share: number, style: Style): string {
  if (share < 0) return style.paint(overspent, 'red');
  const level = levels[Math.min(Math.floor(share * levels.length), levels.length - 1)] ?? '▁';
  return share < 0.25 ? style.paint(level, 'yellow') : level;
}
