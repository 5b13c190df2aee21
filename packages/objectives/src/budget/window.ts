import { Temporal } from 'temporal-polyfill';
import { type Minute, minuteOf, minutesPerDay, msPerMinute, type Span } from '../minutes/index.ts';
import { BadObjective } from './bad-objective.ts';

/** The span that a budget is for: the last so many minutes, or a period of the calendar. */
export type Window = RollingWindow | CalendarWindow;

export interface RollingWindow {
  readonly kind: 'rolling';
  readonly minutes: number;
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface CalendarWindow {
  readonly kind: 'calendar';
  readonly unit: CalendarUnit;
  /** How many units make one period, usually 1. */
  readonly count: number;
  /** IANA time zone, such as `Asia/Tokyo`. */
  readonly timeZone: string;
  /** Local start of some period, such as `2022-01-01T12:00`; weeks start on Monday without one. */
  readonly anchor?: string;
}

const longestMinutes = 5 * 366 * minutesPerDay;
const plain = { month: { months: 1 }, quarter: { months: 3 }, year: { months: 12 } } as const;
const steps = { day: { days: 1 }, week: { days: 7 }, ...plain } as const;

/** Errors: throws `BadObjective` when no budget can be kept for this window. */
export function checkWindow(window: Window): void {
  if (window.kind === 'calendar') {
    if (!Number.isInteger(window.count) || window.count < 1 || window.count > 366)
      throw new BadObjective('bad-window', window.count);
    spanOf(window, 0);
    return;
  }
  const { minutes } = window;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestMinutes)
    throw new BadObjective('bad-window', minutes);
}

/**
 * The window as it stands at `now`: a rolling one ends there; a calendar period is whole, and its
 * end may be to come.
 */
export function spanOf(window: Window, now: Minute): Span {
  if (window.kind === 'rolling') return { from: now - window.minutes, to: now };
  const last = lastPeriods.get(window);
  if (last !== undefined && last.from <= now && now < last.to) return last;
  const period = periodAt(window, now);
  lastPeriods.set(window, period);
  return period;
}

/** The period last asked for: calendars are slow, and a tick asks for the same one again and again. */
const lastPeriods = new WeakMap<CalendarWindow, Span>();

function periodAt(window: CalendarWindow, now: Minute): Span {
  const local = zonedAt(now, window.timeZone).toPlainDateTime();
  let number = Math.floor(unitsBetween(window, local) / window.count);
  while (periodStart(window, number) > now) number -= 1;
  while (periodStart(window, number + 1) <= now) number += 1;
  return { from: periodStart(window, number), to: periodStart(window, number + 1) };
}

/** The start of a period, always reckoned from the anchor: the 31st does not drift to the 28th. */
function periodStart(window: CalendarWindow, number: number): Minute {
  const { months = 0, days = 0 } = steps[window.unit] as { months?: number; days?: number };
  const times = number * window.count;
  const local = anchorOf(window).add({ months: months * times, days: days * times });
  return minuteOf(
    local.toZonedDateTime(window.timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
  );
}

function unitsBetween(window: CalendarWindow, local: Temporal.PlainDateTime): number {
  const { months, days } = steps[window.unit] as { months?: number; days?: number };
  const passed = local.since(anchorOf(window), {
    largestUnit: months === undefined ? 'day' : 'month',
  });
  return months === undefined ? passed.days / (days ?? 1) : passed.months / months;
}

function anchorOf({ anchor, unit }: CalendarWindow): Temporal.PlainDateTime {
  // The Monday before 1970.
  const fallback = unit === 'week' ? '1969-12-29T00:00' : '1970-01-01T00:00';
  try {
    return Temporal.PlainDateTime.from(anchor ?? fallback);
  } catch (error) {
    throw new BadObjective('bad-anchor', anchor ?? '', error);
  }
}

function zonedAt(minute: Minute, timeZone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(minute * msPerMinute).toZonedDateTimeISO(
      timeZone,
    );
  } catch (error) {
    throw new BadObjective('bad-time-zone', timeZone, error);
  }
}
