import type { Exposition, Family } from '../exposition/index.ts';
import type { Wanted } from '../finding.ts';

/** What is known of a metrics endpoint when it is judged. */
export interface MetricsLook {
  readonly exposition: Exposition;
  readonly wanted: Wanted;
  /** The same endpoint some time ago; unsaid when nobody looked. */
  readonly before?: Exposition;
  /** Seconds in which its counters grew to what they are; null when that is not known. */
  readonly seconds: number | null;
}

/**
 * For how long the counters have been growing, by the process's own start.
 * @param now milliseconds since 1970
 */
export function secondsSinceStart({ families }: Exposition, now: number): number | null {
  const starts = families
    .filter(({ name }) => name === 'process_start_time_seconds')
    .flatMap(({ samples }) => samples.map(({ value }) => value));
  if (starts.length === 0) return null;
  // Of several processes the mean: their counters are added up.
  const mean = starts.reduce((sum, value) => sum + value, 0) / starts.length;
  const seconds = now / 1000 - mean;
  return seconds >= 1 && seconds < 10 * 366 * 86_400 ? seconds : null;
}

/** A metric whose series count events. */
export interface Counting {
  readonly family: Family;
  /** The name of the series that count. */
  readonly name: string;
  readonly samples: Family['samples'];
}
