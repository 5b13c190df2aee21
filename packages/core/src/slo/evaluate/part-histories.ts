import type { SloConfig } from '@sekisho/config';
import { MinuteHistory, type Span, sumHistories } from '@sekisho/objectives/minutes';
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
  return { history: sumHistories(own), parts: own };
}

/**
 * Reads the minutes of an SLO over at least a span, for this once.
 * @param known minutes by series that are at hand, and are not read
 */
export async function readWhole(
  tx: Tx,
  reads: Pick<Reads, 'storedDaysOf' | 'seriesOf'>,
  slo: SloConfig,
  span: Span,
  known: ReadonlyMap<string, MinuteHistory> = new Map(),
): Promise<WholeHistory> {
  const histories: MinuteHistory[] = [];
  for (const part of partsOf(slo)) {
    const series = reads.seriesOf(part);
    const own = known.get(series);
    histories.push(own ?? (await historyOf(tx, reads.storedDaysOf, series, span)));
  }
  return wholeOf(slo, histories);
}
