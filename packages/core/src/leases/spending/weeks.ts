import { addSeconds } from '../../platform/clock.ts';

export const weekSeconds = 7 * 24 * 3600;

/** The Monday, at midnight UTC, of the week that a moment is in. */
export function mondayOf(date: Date): Date {
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - daysSinceMonday),
  );
}

/** The Monday so many weeks before that of `date`. */
export function mondayBefore(date: Date, weeks: number): Date {
  return addSeconds(mondayOf(date), -weeks * weekSeconds);
}
