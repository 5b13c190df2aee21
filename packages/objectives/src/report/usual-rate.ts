import type { Minute, Span } from '../minutes/index.ts';
import type { CountedMinute } from './counted.ts';

const hoursOfDay = 24;
/** Days of logs from which on hours of the day can be told apart. */
const enoughDays = 3;

/**
 * Requests a minute that are usual at a minute: the mean of its hour of the day (UTC), or of the
 * whole span where that is shorter than three days.
 */
export function usualRate(
  minutes: readonly CountedMinute[],
  { from, to }: Span,
): (minute: Minute) => number {
  const events = new Float64Array(hoursOfDay);
  for (const { minute, good, bad, excluded } of minutes)
    add(events, hourOf(minute), good + bad + excluded);
  if (to - from < enoughDays * 1440) {
    const mean = events.reduce((sum, each) => sum + each, 0) / (to - from);
    return () => mean;
  }
  const lengths = new Float64Array(hoursOfDay);
  for (let minute = from; minute < to; minute += 1) add(lengths, hourOf(minute), 1);
  const rates = events.map((sum, hour) => sum / (lengths[hour] ?? 1));
  return (minute) => rates[hourOf(minute)] ?? 0;
}

function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] ?? 0) + value;
}

function hourOf(minute: Minute): number {
  return Math.floor(minute / 60) % hoursOfDay;
}
