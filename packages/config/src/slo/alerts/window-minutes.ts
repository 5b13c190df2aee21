import type { Window } from '@sekisho/objectives/budget';

const day = 1440;
const usualDays = { day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const;
const longestDays = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const;

/** How long a window usually is, in minutes. */
export function usualMinutes(window: Window): number {
  return minutesOf(window, usualDays);
}

/** How long a window is at most, in minutes: where an alert dies first. */
export function longestMinutes(window: Window): number {
  return minutesOf(window, longestDays);
}

function minutesOf(window: Window, days: Readonly<Record<keyof typeof usualDays, number>>): number {
  return window.kind === 'rolling' ? window.minutes : window.count * days[window.unit] * day;
}
