import type { Sample, Series } from './series.ts';

/** What a counter gained after `from`, until `to` (milliseconds since 1970). */
export interface Increase {
  readonly from: number;
  readonly to: number;
  readonly events: number;
}

/**
 * What a counter gained between samples that are at most `maxGap` milliseconds apart.
 *
 * A fall is a reset: the process began again at nothing. A series that appears on a target which was
 * scraped shortly before without it began at nothing then, as counters of failures do with the first one.
 * On a target that is new itself nobody knows since when it counts, and its first value is no increase.
 * @param scrapes all times at which the series' target was scraped, in order
 */
export function increasesOf(
  { samples, resets }: Series,
  scrapes: readonly number[],
  maxGap: number,
): readonly Increase[] {
  const increases: Increase[] = [];
  let place = 0;
  let last: Sample | undefined;
  let guide: number | undefined;
  for (const [index, sample] of samples.entries()) {
    while ((scrapes[place] ?? sample.at) < sample.at) place += 1;
    const now = resets?.[index]?.value;
    if (last !== undefined && sample.at - last.at <= maxGap) {
      const fell = now === undefined ? sample.value < last.value : now < (guide ?? 0);
      const gained = Math.round(sample.value) - (fell ? 0 : Math.round(last.value));
      increases.push({ from: last.at, to: sample.at, events: Math.max(0, gained) });
    } else {
      const before = scrapes[place - 1];
      if (before !== undefined && sample.at - before <= maxGap)
        increases.push({ from: before, to: sample.at, events: Math.round(sample.value) });
    }
    last = sample;
    guide = now;
  }
  return increases.filter(({ events }) => Number.isSafeInteger(events) && events >= 0);
}
