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

/** The end of the last minute before `at` of which a history knows anything; null when there is none. */
export function measuredUntil(history: MinuteHistory, at: Minute): Minute | null {
  const span = history.span();
  if (span === null) return null;
  let last = Math.min(at, span.to) - 1;
  while (last >= span.from) {
    const day = Math.floor(last / minutesPerDay);
    const measured = history.day(day)?.measured;
    // A day without a block has nothing to look through.
    if (measured === undefined) last = day * minutesPerDay - 1;
    else if ((measured[last - day * minutesPerDay] ?? 0) > 0) return last + 1;
    else last -= 1;
  }
  return null;
}
