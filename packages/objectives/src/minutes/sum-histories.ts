import { columns } from './counts.ts';
import { emptyDay } from './day-block.ts';
import { MinuteHistory } from './history.ts';
import { dayOf, type Span } from './minute.ts';

/**
 * One history of several: the plain sums of their events, measured as far as they are by their weights.
 *
 * @param parts weights are above 0 and need not add up to anything
 */
export function sumHistories(
  parts: readonly { readonly history: MinuteHistory; readonly weight: number }[],
): MinuteHistory {
  const whole = new MinuteHistory();
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const spans = parts.flatMap(({ history }): readonly Span[] => {
    const span = history.span();
    return span === null ? [] : [span];
  });
  const first = dayOf(Math.min(...spans.map(({ from }) => from)));
  const last = dayOf(Math.max(...spans.map(({ to }) => to)));
  for (let day = first; day < last; day += 1) {
    const sum = emptyDay(day);
    for (const { history, weight } of parts) {
      const block = history.day(day);
      if (block === undefined) continue;
      for (const column of columns) {
        const share = column === 'measured' ? weight / weights : 1;
        const into = sum[column];
        for (let at = 0; at < into.length; at += 1)
          into[at] = (into[at] ?? 0) + (block[column][at] ?? 0) * share;
      }
    }
    for (let at = 0; at < sum.measured.length; at += 1)
      sum.measured[at] = Math.round(sum.measured[at] ?? 0);
    whole.putDay(sum);
  }
  return whole;
}
