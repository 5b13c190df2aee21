import type { Counted, MinuteCounts } from '@sekisho/counting';

/** What `slo count --json` prints; programs outside rely on its shape. */
export interface CountData {
  readonly lines: number;
  readonly unparsed: number;
  readonly minutes: readonly ({ readonly minute: string } & Totals)[];
  readonly totals: Totals;
}

export interface Totals {
  /** `good + bad + excluded`. */
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
}

export function countAsData({ lines, unparsed, minutes }: Counted): CountData {
  return {
    lines,
    unparsed: unparsed.reduce((sum, { count }) => sum + count, 0),
    minutes: minutes.map((each) => ({ minute: isoMinute(each.minute), ...totalsOf([each]) })),
    totals: totalsOf(minutes),
  };
}

export function totalsOf(minutes: readonly MinuteCounts[]): Totals {
  let [good, bad, excluded] = [0, 0, 0];
  for (const minute of minutes) {
    good += minute.good;
    bad += minute.bad;
    excluded += minute.excluded;
  }
  return { total: good + bad + excluded, good, bad, excluded };
}

/** ISO 8601 in UTC: `2026-10-04T00:01:00Z`. */
export function isoMinute(minute: number): string {
  return new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
}
