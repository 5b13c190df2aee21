import { type MeasuredMinute, minuteOf } from '@sekisho/core/sources';
import { type PrometheusSli, partsOfRatio } from './declaration.ts';
import type { Page, PageReader } from './page-reader.ts';
import { floatSeries, type Sample, type Series } from './series.ts';
import { slotsOf } from './slots.ts';
import { MinuteSums } from './tally.ts';

type Samples = Extract<PrometheusSli, { kind: 'samples' }>;
type Ratio = Extract<PrometheusSli, { kind: 'ratio' }>;

/** Minutes from a gauge of which every sample is one event. */
export function samplesReader(sli: Samples): PageReader {
  const isGood = ({ value }: Sample) =>
    'atLeast' in sli ? value >= sli.atLeast : value <= sli.atMost;
  return async (page) => {
    const series = floatSeries(await page.samples(sli.gauge), page.targetLabels);
    const inMinutes = byMinute(series);
    return seenMinutes(series, page).map((measured) => {
      const samples = inMinutes.get(measured.minute) ?? [];
      const good = samples.filter(isGood).length;
      return { ...measured, good, bad: samples.length - good };
    });
  };
}

/** Minutes from a gauge from 0 to 1: the mean of a minute's samples. Other values are no samples. */
export function ratioReader(sli: Ratio): PageReader {
  return async (page) => {
    const series = floatSeries(await page.samples(sli.gauge), page.targetLabels).map((each) => ({
      ...each,
      samples: each.samples.filter(({ value }) => value >= 0 && value <= 1),
    }));
    const inMinutes = byMinute(series);
    return seenMinutes(series, page).map((measured) => {
      const samples = inMinutes.get(measured.minute) ?? [];
      if (samples.length === 0) return measured;
      const mean = samples.reduce((sum, { value }) => sum + value, 0) / samples.length;
      const part = Math.round(mean * partsOfRatio);
      const rest = partsOfRatio - part;
      return sli.of === 'good'
        ? { ...measured, good: part, bad: rest }
        : { ...measured, good: rest, bad: part };
    });
  };
}

function byMinute(series: readonly Series[]): ReadonlyMap<number, readonly Sample[]> {
  return Map.groupBy(
    series.flatMap(({ samples }) => samples),
    ({ at }) => minuteOf(at),
  );
}

/** Which minutes were seen and how much of each, without counts. */
function seenMinutes(series: readonly Series[], page: Page): readonly MeasuredMinute[] {
  const sums = new MinuteSums(page.span, page.scrape);
  const times = series.map(({ target, samples }) => ({
    target,
    samples: samples.map(({ at }) => ({ at, value: 0 })),
  }));
  const slots = slotsOf({ total: times, part: [] }, page.maxGap);
  const pieces = slots.map(({ from, to }) => ({ from, to, good: 0, bad: 0, clientErrors: 0 }));
  sums.add(pieces.sort((a, b) => a.from - b.from));
  return sums.minutes();
}
