import type { Span } from '../minutes/index.ts';
import type { CountedMinute } from './counted-minute.ts';

const hoursOfDay = 24;
/** Days of logs from which on hours of the day can be told apart. */
const enoughDays = 3;
/** Minutes beside a gap that say how busy it was there. */
const beside = 60;

/**
 * How many requests are usual in a gap: those of its hours of the day (UTC), or, where the logs are
 * shorter than three days, as many as came in the calmer of the hours before and after it.
 */
export function usualEvents(minutes: readonly CountedMinute[], span: Span): (gap: Span) => number {
  if (span.to - span.from < enoughDays * 1440) return (gap) => asBeside(minutes, gap);
  const rates = ratesByHour(minutes, span);
  return ({ from, to }) => {
    let sum = 0;
    for (let minute = from; minute < to; minute += 1) sum += rates[hourOf(minute)] ?? 0;
    return sum;
  };
}

function ratesByHour(minutes: readonly CountedMinute[], { from, to }: Span): Float64Array {
  const events = new Float64Array(hoursOfDay);
  const lengths = new Float64Array(hoursOfDay);
  for (const one of minutes) add(events, hourOf(one.minute), eventsOf(one));
  for (let minute = from; minute < to; minute += 1) add(lengths, hourOf(minute), 1);
  return events.map((sum, hour) => sum / Math.max(lengths[hour] ?? 0, 1));
}

function asBeside(minutes: readonly CountedMinute[], { from, to }: Span): number {
  const within = (begin: number, end: number) =>
    minutes
      .filter(({ minute }) => minute >= begin && minute < end)
      .reduce((sum, one) => sum + eventsOf(one), 0);
  const calmer = Math.min(within(from - beside, from), within(to, to + beside));
  return (calmer * (to - from)) / beside;
}

function eventsOf({ good, bad, excluded }: CountedMinute): number {
  return good + bad + excluded;
}

function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] ?? 0) + value;
}

function hourOf(minute: number): number {
  return Math.floor(minute / 60) % hoursOfDay;
}
