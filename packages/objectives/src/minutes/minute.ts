/** A UTC minute, counted from 1970-01-01T00:00Z. Spans are half open: `from` is in, `to` is not. */
export type Minute = number;

export const minutesPerDay = 1440;
export const msPerMinute = 60_000;

/** A span of minutes: `from` is in, `to` is not. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
}

/** The UTC day (counted from 1970-01-01) that a minute lies in. */
export function dayOf(minute: Minute): number {
  return Math.floor(minute / minutesPerDay);
}

/** The minute that an instant lies in. @param ms milliseconds since 1970-01-01T00:00Z */
export function minuteOf(ms: number): Minute {
  return Math.floor(ms / msPerMinute);
}

/** A minute as ISO 8601 in UTC, such as `2026-10-04T00:01:00Z`. */
export function isoOf(minute: Minute): string {
  return new Date(minute * msPerMinute).toISOString().replace('.000Z', 'Z');
}
