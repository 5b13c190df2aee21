/** Date and time as a clock on the wall of some zone shows them; month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and few: one is kept for each language, zone and shape. */
export function cachedFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** Whether the IANA time zone database of this runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    cachedFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** What a clock in the zone shows at a moment. Errors: RangeError for a zone that does not exist. */
export function wallTime(moment: Date, timeZone: string): WallTime {
  const format = cachedFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/**
 * The moment at which a clock in the zone shows this time; days and hours may run over.
 * A time that occurs twice is the earlier one, a time that is skipped moves on by the gap.
 */
export function momentOf(wall: WallTime, timeZone: string): Date {
  const asUtc = utc(wall);
  const before = asUtc - offset(asUtc - 86_400_000, timeZone);
  const after = asUtc - offset(asUtc + 86_400_000, timeZone);
  const shows = (moment: number) => moment + offset(moment, timeZone) === asUtc;
  const found = [before, after].filter(shows);
  return new Date(found.length === 0 ? before : Math.min(...found));
}

function offset(moment: number, timeZone: string): number {
  const whole = Math.floor(moment / 1000) * 1000;
  return utc(wallTime(new Date(whole), timeZone)) - whole;
}

function utc({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
