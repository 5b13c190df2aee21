import { type CalendarWindow, spanOf } from '../budget/index.ts';
import { type Minute, minuteOf, type Span } from '../minutes/index.ts';

/** A month of the calendar where the house is. */
export interface Month {
  /** Such as `2026-10`. */
  readonly name: string;
  /** From its first minute there until before the next month's. */
  readonly span: Span;
}

/**
 * The month of a name in a time zone; its length follows that zone's changes of clocks.
 * @returns null for what names no month
 */
export function monthOf(name: string, timeZone: string): Month | null {
  const [, year = '', number = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (number === '' || Number(year) < 1970) return null;
  // Noon of the 15th is in that month in every zone.
  const within = minuteOf(Date.UTC(Number(year), Number(number) - 1, 15, 12));
  return { name, span: spanOf(calendarMonth(timeZone), within) };
}

/** The name of the month that a minute lies in. */
export function monthAt(minute: Minute, timeZone: string): string {
  const { from, to } = spanOf(calendarMonth(timeZone), minute);
  return new Date(((from + to) / 2) * 60_000).toISOString().slice(0, 7);
}

/** The window of a budget that is kept for such a month. */
export function calendarMonth(timeZone: string): CalendarWindow {
  return { kind: 'calendar', unit: 'month', count: 1, timeZone };
}
