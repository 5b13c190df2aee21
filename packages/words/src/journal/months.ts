import type { JournalItem, Language } from '@sekisho/contract';
import { wallTime } from '../time/index.ts';
import { cachedFormat } from '../time/zone.ts';

/** One month of a journal, in the reader's zone. */
export interface JournalMonth {
  /** `November 2026`, 「2026年11月」. */
  readonly name: string;
  readonly items: ReadonlySet<JournalItem>;
}

/** The months in which something was done, the oldest first. */
export function monthsOf(
  items: readonly JournalItem[],
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): readonly JournalMonth[] {
  const format = cachedFormat(language === 'ja' ? 'ja-JP' : 'en-US', {
    ...{ timeZone, year: 'numeric', month: 'long' },
  });
  const groups = Map.groupBy(items, ({ at }) => {
    const { year, month } = wallTime(new Date(at), timeZone);
    return year * 12 + month;
  });
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([, some]) => ({
      name: format.format(new Date(some[0]?.at ?? 0)),
      items: new Set(some),
    }));
}
