import type { SloConfig } from '@sekisho/config';
import { columns, dayOf, emptyDay, MinuteHistory, type Span } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { historyOf, partsOf } from '../minutes/index.ts';
import type { Reads } from './reads.ts';

/** The minutes of one part of a composite. */
export interface PartHistory {
  readonly name: string;
  readonly weight: number;
  readonly history: MinuteHistory;
}

/** The minutes of an SLO, and of its parts where it is a composite. */
export interface WholeHistory {
  /** Of a composite all events of its parts, measured as far as its parts are by their weights. */
  readonly history: MinuteHistory;
  readonly parts?: readonly PartHistory[];
}

/** Puts the minutes of an SLO's parts together. @param histories in the order of `partsOf` */
export function wholeOf(
  { parts }: Pick<SloConfig, 'parts'>,
  histories: readonly MinuteHistory[],
): WholeHistory {
  if (parts === undefined) return { history: histories[0] ?? new MinuteHistory() };
  const own = parts.map(({ name, weight }, index) => ({
    ...{ name, weight, history: histories[index] ?? new MinuteHistory() },
  }));
  return { history: together(own), parts: own };
}

/** Reads the minutes of an SLO over at least a span, for this once. */
export async function readWhole(
  tx: Tx,
  reads: Pick<Reads, 'storedDaysOf' | 'seriesOf'>,
  slo: SloConfig,
  span: Span,
): Promise<WholeHistory> {
  const histories: MinuteHistory[] = [];
  for (const part of partsOf(slo))
    histories.push(await historyOf(tx, reads.storedDaysOf, reads.seriesOf(part), span));
  return wholeOf(slo, histories);
}

function together(parts: readonly PartHistory[]): MinuteHistory {
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
