import { type Minute, type MinuteHistory, minutesPerDay } from '@sekisho/objectives/minutes';

/**
 * The first minute of which a history knows anything; null when there is none.
 *
 * A budget does not charge an SLO for the time before anyone counted.
 */
export function knownFrom(history: MinuteHistory): Minute | null {
  const span = history.span();
  if (span === null) return null;
  for (let day = span.from / minutesPerDay; day * minutesPerDay < span.to; day += 1) {
    const at = history.day(day)?.measured.findIndex((measured) => measured > 0) ?? -1;
    if (at >= 0) return day * minutesPerDay + at;
  }
  return null;
}
