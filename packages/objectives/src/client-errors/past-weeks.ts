import { Temporal } from 'temporal-polyfill';
import { msPerMinute, type Span } from '../minutes/minute.ts';

/**
 * The same hours of past weeks by the clock of a time zone, the latest first: people come by the
 * clock, so across a change to summer time these are not the same hours of UTC.
 * @param timeZone IANA name; errors: `RangeError` when there is none such
 */
export function pastWeeks({ from, to }: Span, weeks: number, timeZone: string): readonly Span[] {
  const end = Temporal.Instant.fromEpochMilliseconds(to * msPerMinute).toZonedDateTimeISO(timeZone);
  return Array.from({ length: weeks }, (_, index) => {
    const then = end.subtract({ weeks: index + 1 }).epochMilliseconds / msPerMinute;
    return { from: then - (to - from), to: then };
  });
}
