import {
  type Minute,
  type MinuteHistory,
  minutesPerDay,
  type Span,
} from '@sekisho/objectives/minutes';

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

/**
 * The end of the last minute before `at` of which a history knows anything; null when there is none.
 * @param out minutes that do not count, in order
 */
export function measuredUntil(
  history: MinuteHistory,
  at: Minute,
  out: readonly Span[] = [],
): Minute | null {
  const span = history.span();
  if (span === null) return null;
  let last = Math.min(at, span.to) - 1;
  while (last >= span.from) {
    const left = out.findLast(({ from, to }) => from <= last && last < to);
    const day = Math.floor(last / minutesPerDay);
    const measured = history.day(day)?.measured;
    if (left !== undefined) last = left.from - 1;
    // A day without a block has nothing to look through.
    else if (measured === undefined) last = day * minutesPerDay - 1;
    else if ((measured[last - day * minutesPerDay] ?? 0) > 0) return last + 1;
    else last -= 1;
  }
  return null;
}
