import { type LocalTime, monthSql } from '../calendar.ts';
import type { Captures, Dialect } from '../dialect.ts';
import { apacheDate, hourMinute } from '../patterns.ts';

/** `10/Oct/2026:13:55:36 +0900`. */
export const apacheTime = `${apacheDate}:${hourMinute}:[0-5][0-9] [+-](?:0[0-9]|1[0-5])[0-5][0-9]`;

/** The parts of a time as `apacheTime` fits it, in columns. */
export function apacheParts(column: string): Captures {
  const two = '([0-9]{2})';
  return {
    column,
    pattern: `\\A\\[?${two}/([A-Za-z]{3})/([0-9]{4}):${two}:${two}:[0-9]{2} ([+-])${two}${two}\\]?\\z`,
    names: ['day', 'month_name', 'year', 'hour', 'local', 'east', 'zone_hour', 'zone'].map(
      (name) => `apache_${name}`,
    ),
  };
}

/** What the columns of `apacheParts` say; every part is NULL when they hold nothing. */
export function apacheLocalTime({ integer }: Dialect): LocalTime {
  return {
    year: integer('apache_year'),
    month: monthSql('apache_month_name'),
    day: integer('apache_day'),
    hour: integer('apache_hour'),
    minute: integer('apache_local'),
    offset: offsetSql('apache_east', integer('apache_zone_hour'), integer('apache_zone')),
  };
}

/** Minutes east of UTC. */
export function offsetSql(sign: string, hours: string, minutes: string): string {
  return `CASE WHEN ${sign} = '-' THEN -1 ELSE 1 END * (${hours} * 60 + ${minutes})`;
}
