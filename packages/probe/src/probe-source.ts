import {
  endedSpan,
  type MeasuredMinute,
  type Minute,
  type MinuteSource,
  minuteOf,
  msPerMinute,
  type Span,
} from '@sekisho/core/sources';

/** What is kept of a run for its SLI. */
export interface ProbeResult {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly isGood: boolean;
}

/** Results as whoever runs probes keeps them. */
export interface ProbeRecord {
  /** Every result of a span. Errors: `SourceError`. */
  results(span: Span): Promise<readonly ProbeResult[]>;
}

export interface ProbeSourceOptions {
  readonly record: ProbeRecord;
  /** Seconds from one run to the next: so long does a result stand for the time after it. */
  readonly everySeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Minutes from results of a probe: each run is an event of the minute in which it began. */
export function createProbeSource({ record, everySeconds, now }: ProbeSourceOptions): MinuteSource {
  const everyMs = everySeconds * 1000;
  const before = Math.ceil(everyMs / msPerMinute);
  return {
    read: async (asked) => {
      const span = endedSpan(asked, now());
      if (span.from === span.to) return [];
      const results = await record.results({ from: span.from - before, to: span.to });
      return probeMinutes(results, everyMs, span);
    },
  };
}

/** @param everyMs milliseconds that a result stands for */
export function probeMinutes(
  results: readonly ProbeResult[],
  everyMs: number,
  span: Span,
): readonly MeasuredMinute[] {
  const cells = new Map<Minute, { good: number; bad: number; measured: number }>();
  const cellOf = (minute: Minute) => {
    const cell = cells.get(minute) ?? { good: 0, bad: 0, measured: 0 };
    cells.set(minute, cell);
    return cell;
  };
  let coveredTo = Number.NEGATIVE_INFINITY;
  for (const { at, isGood } of results.toSorted((a, b) => a.at - b.at)) {
    cellOf(minuteOf(at))[isGood ? 'good' : 'bad'] += 1;
    let from = Math.max(at, coveredTo);
    coveredTo = Math.max(coveredTo, at + everyMs);
    for (; from < coveredTo; from = (minuteOf(from) + 1) * msPerMinute) {
      const end = Math.min(coveredTo, (minuteOf(from) + 1) * msPerMinute);
      cellOf(minuteOf(from)).measured += Math.floor(end - from);
    }
  }
  return [...cells]
    .filter(([minute, { measured }]) => minute >= span.from && minute < span.to && measured > 0)
    .sort(([a], [b]) => a - b)
    .map(([minute, cell]) => ({ minute, ...cell, excluded: 0, clientErrors: 0 }));
}
