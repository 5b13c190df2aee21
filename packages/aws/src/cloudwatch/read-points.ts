import { type Minute, tellApart } from '@sekisho/core/sources';
import type { CloudWatchSli } from './declaration.ts';
import type { Wanted } from './get-metric-data.ts';

/** Good and bad of one period; null when it was not measured. */
export type Judge = (period: Minute) => { readonly good: number; readonly bad: number } | null;

export interface Reading {
  readonly wanted: readonly Wanted[];
  /** Judges periods by the points of what was wanted, in the same order. */
  judge(points: readonly ReadonlyMap<Minute, number>[]): Judge;
}

/** Which statistics an SLI wants, and what they say. */
export function readingOf(sli: CloudWatchSli): Reading {
  return sli.kind === 'latency' ? latencyReading(sli) : countsReading(sli);
}

function countsReading(sli: Extract<CloudWatchSli, { kind: 'counts' }>): Reading {
  const part = 'good' in sli ? sli.good : sli.bad;
  const wanted = [...sli.total, ...part].map((metric) => ({ metric, stat: 'Sum' }));
  return {
    wanted,
    judge: (points) => (period) => {
      const total = sumAt(points.slice(0, sli.total.length), period);
      const told = sumAt(points.slice(sli.total.length), period);
      return tellApart(total, told, 'good' in sli ? 'good' : 'bad');
    },
  };
}

function latencyReading({ metric, atMost }: Extract<CloudWatchSli, { kind: 'latency' }>): Reading {
  return {
    // The percentile rank: which share of the samples, in percent, was at most so great.
    wanted: [
      { metric, stat: 'SampleCount' },
      { metric, stat: `PR(:${atMost})` },
    ],
    judge: (points) => (period) => {
      const [count, rank] = [points[0]?.get(period), points[1]?.get(period)];
      if (count === undefined || rank === undefined || rank > 100) return null;
      const total = Math.round(count);
      const good = Math.round((total * rank) / 100);
      return { good, bad: total - good };
    },
  };
}

function sumAt(points: readonly ReadonlyMap<Minute, number>[], period: Minute): number | null {
  const values = points.flatMap((series) => series.get(period) ?? []);
  return values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0));
}
