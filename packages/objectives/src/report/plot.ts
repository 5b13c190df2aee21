import { judgeSpan, type Ledger, type Objective } from '../budget/index.ts';
import type { Minute, MinuteHistory, Span } from '../minutes/index.ts';
import type { BudgetCurve } from '../replay/budget-curve.ts';

/** What pictures of a report are drawn from. */
export interface Plot {
  /** Share of the budget that remained. */
  readonly curve: BudgetCurve['curve'];
  /** How fast the budget went, by length of window in minutes. */
  readonly burns: readonly {
    readonly minutes: number;
    readonly points: readonly { readonly at: Minute; readonly burn: number | null }[];
  }[];
  /** Events over time, in buckets of one length. */
  readonly buckets: readonly Bucket[];
  /** Length of a bucket in minutes. */
  readonly bucketMinutes: number;
}

export interface Bucket {
  readonly from: Minute;
  readonly good: number;
  readonly bad: number;
  /** Minutes of it that were measured. */
  readonly measured: number;
}

/** Lengths that read well on an axis. */
const lengths = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];

interface PlotOptions {
  readonly objective: Objective;
  readonly ledger: Ledger;
  readonly history: MinuteHistory;
  readonly span: Span;
  readonly curve: BudgetCurve['curve'];
  /** Lengths of the windows whose burn is drawn, in minutes. */
  readonly windows: readonly number[];
  /** About how many points and buckets. */
  readonly points: number;
}

export function plotOf(options: PlotOptions): Plot {
  const { objective, ledger, history, span, curve, windows, points } = options;
  const step = (span.to - span.from) / points;
  const bucketMinutes = lengths.find((length) => length >= step) ?? Math.ceil(step / 1440) * 1440;
  const ends = curve.map(({ at }) => at);
  return {
    curve,
    burns: windows.map((minutes) => ({
      minutes,
      points: ends.map((at) => ({ at, burn: burnAt(objective, ledger, at, minutes) })),
    })),
    buckets: bucketsOf(history, span, bucketMinutes),
    bucketMinutes,
  };
}

/** How fast the budget went over the minutes before a moment; null where nothing was to judge. */
export function burnAt(
  objective: Objective,
  ledger: Ledger,
  at: Minute,
  minutes: number,
): number | null {
  const { bad, allowed } = judgeSpan(objective, ledger, { from: at - minutes, to: at });
  return allowed === 0 ? null : bad / allowed;
}

/** Buckets begin at whole multiples of their length, so that hours are hours of UTC. */
export function bucketsOf(history: MinuteHistory, span: Span, length: number): readonly Bucket[] {
  const first = Math.floor(span.from / length);
  const count = Math.ceil(span.to / length) - first;
  return Array.from({ length: count }, (_, index) => {
    const from = (first + index) * length;
    const { good, bad, measured } = history.sum({ from, to: from + length });
    return { from, good, bad, measured: measured / 60_000 };
  });
}
