/** What stands for a time that is none. */
export const noMinute = Number.MIN_SAFE_INTEGER;

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Minutes from 1970-01-01T00:00Z to a time of the proleptic Gregorian calendar; `noMinute` when
 * there is no such day or time (`2026-02-30`, `24:00`). A part may be -1, for "no number".
 * @param month 1–12
 */
export function minuteOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (daysOfMonths[month - 1] ?? 0);
  if (year < 0 || day < 1 || day > days) return noMinute;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return noMinute;
  return daysFromEpoch(year, month, day) * 1440 + hour * 60 + minute;
}

/** Days since 1970-01-01, counted in years that begin on 1 March so that a leap day comes last. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const sinceMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * sinceMarch + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}
