import type { RawHistogram, RawSeries } from './answers.ts';
import { countedPieces } from './counted-pieces.ts';
import type { PageReader } from './page-reader.ts';
import { inOrder, type Sample, type Series, targetOf } from './series.ts';
import { MinuteSums } from './tally.ts';

/**
 * Minutes from a native histogram: good are the events of the buckets up to the threshold, and of the
 * bucket that holds it a part in proportion, as Prometheus's own `histogram_fraction` takes it.
 * @param atMost in the histogram's own unit
 */
export function nativeLatencyReader(histogram: string, atMost: number): PageReader {
  return async (page) => {
    const raw = await page.samples(histogram);
    const total = raw.map((series) => countsOf(series, page.targetLabels));
    const part = raw.map((series, index) => ({
      ...countsOf(series, page.targetLabels, atMost),
      resets: total[index]?.samples ?? [],
    }));
    const sums = new MinuteSums(page.span, page.scrape);
    sums.add(countedPieces({ total, part }, 'good', page.maxGap));
    return sums.minutes();
  };
}

/** The series of the histogram's counts, of all events or of those up to a threshold. */
function countsOf(raw: RawSeries, targetLabels: readonly string[], atMost?: number): Series {
  const samples = (raw.histograms ?? []).map(([seconds, histogram]): Sample => {
    const count = Number(histogram.count);
    // Both series must have the same samples: one broken in either is broken in both.
    const below = atMost === undefined ? 0 : countUpTo(histogram, atMost);
    const value = atMost === undefined ? count : below;
    return { at: Math.round(seconds * 1000), value: Number.isFinite(count) ? value : Number.NaN };
  });
  return { target: targetOf(raw.metric, targetLabels), samples: inOrder(samples) };
}

/** Source: Prometheus "HTTP API", Native histograms: `[boundary rule, left, right, count]`. */
function countUpTo({ buckets = [] }: RawHistogram, atMost: number): number {
  let events = 0;
  for (const [, left, right, count] of buckets) {
    const [low, high, held] = [Number(left), Number(right), Number(count)];
    if (high <= atMost) events += held;
    else if (low < atMost) events += held * ((atMost - low) / (high - low));
  }
  return Number.isFinite(events) ? events : 0;
}
