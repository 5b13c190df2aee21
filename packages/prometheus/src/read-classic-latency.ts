import { SourceError } from '@sekisho/core/sources';
import { countedPieces } from './counted-pieces.ts';
import type { PageReader } from './page-reader.ts';
import { parseSelector, siblingOf } from './selector.ts';
import { floatSeries } from './series.ts';
import { MinuteSums } from './tally.ts';

/**
 * Minutes from a classic histogram: good are the events in the bucket of the threshold.
 *
 * The threshold must be a bucket's bound, since how events lie within a bucket is not known.
 * @param atMost in the histogram's own unit
 * @throws {SourceError} `refused`, with the nearest bounds, when it is none
 */
export function classicLatencyReader(histogram: string, atMost: number): PageReader {
  const selector = parseSelector(histogram);
  return async (page) => {
    const bounds = await page.labelValues('le', siblingOf(selector, '_bucket'));
    if (bounds.length === 0) return [];
    const le = `le=~${JSON.stringify(spellingsOf(atMost, bounds))}`;
    const total = floatSeries(await page.samples(siblingOf(selector, '_count')), page.targetLabels);
    const bucket = await page.samples(siblingOf(selector, '_bucket', le));
    const sums = new MinuteSums(page.span, page.scrape);
    const part = floatSeries(bucket, page.targetLabels);
    sums.add(countedPieces({ total, part }, 'good', page.maxGap));
    return sums.minutes();
  };
}

/** All spellings of the bound as an expression: clients write `1`, `1.0` or `1e+00`. */
function spellingsOf(atMost: number, bounds: readonly string[]): string {
  const same = bounds.filter((bound) => numberOf(bound) === atMost);
  if (same.length > 0) return same.map((bound) => bound.replace(/[.+]/g, '\\$&')).join('|');
  const numbers = [...new Set(bounds.map(numberOf))].filter((bound) => !Number.isNaN(bound));
  const below = numbers.filter((bound) => bound < atMost);
  const above = numbers.filter((bound) => bound > atMost);
  const nearest = [
    ...(below.length === 0 ? [] : [Math.max(...below)]),
    ...(above.length === 0 ? [] : [Math.min(...above)]),
  ];
  const near = nearest.map((bound) => (bound === Number.POSITIVE_INFINITY ? '+Inf' : bound));
  throw new SourceError(
    'refused',
    `${atMost} is no bucket of the histogram; the nearest are ${near.join(' and ')}`,
  );
}

function numberOf(bound: string): number {
  return /^\+?Inf$/.test(bound)
    ? Number.POSITIVE_INFINITY
    : bound === ''
      ? Number.NaN
      : Number(bound);
}
