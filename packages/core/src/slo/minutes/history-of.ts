import { dayOf, MinuteHistory, type Span, type StoredDay } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import type { Days } from './store.ts';

/** Reads the days that a span lies in of one series, for this once. */
export async function historyOf(
  tx: Tx,
  read: (tx: Tx, series: string, days: Days) => Promise<readonly StoredDay[]>,
  series: string,
  span: Span,
): Promise<MinuteHistory> {
  const history = new MinuteHistory();
  const days = { from: dayOf(span.from), to: dayOf(span.to) + 1 };
  for (const day of await read(tx, series, days)) history.putStored(day);
  return history;
}
