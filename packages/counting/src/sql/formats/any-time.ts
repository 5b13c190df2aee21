import { calendarMinuteSteps, type LocalTime } from '../calendar.ts';
import type { Dialect } from '../dialect.ts';
import { hourMinute, isoDate } from '../patterns.ts';
import type { Step } from '../steps.ts';
import { apacheLocalTime, apacheParts, apacheTime, offsetSql } from './apache-time.ts';

const isoZone = '(?:Z|[+-](?:0[0-9]|1[0-5]):?[0-5][0-9])';
const isoTime = `${isoDate}[T ]${hourMinute}:[0-5][0-9](?:\\.[0-9]+)?${isoZone}`;
const two = '([0-9]{2})';

/**
 * The column `minute_number` out of a time as logs have them: ISO 8601 with its offset, Apache's,
 * Unix time in four units (see `createAnyClock`); NULL when it is none.
 * @param parsed what must hold beside, or it is NULL all the same
 */
export function anyTimeSteps(column: string, parsed: string, dialect: Dialect): readonly Step[] {
  return [
    ...validated(column),
    { captures: apacheParts('apache_text') },
    {
      captures: {
        column: 'iso_text',
        pattern: `\\A([0-9]{4})-${two}-${two}.${two}:${two}:[0-9.]+(?:Z|([+-])${two}:?${two})\\z`,
        names: ['year', 'month', 'day', 'hour', 'local', 'east', 'zone_hour', 'zone'].map(
          (name) => `iso_${name}`,
        ),
      },
    },
    { columns: partsOf(dialect) },
    ...calendarMinuteSteps(partColumns, dialect),
    {
      columns: [
        [
          'minute_number',
          `CASE WHEN ${parsed} THEN coalesce(calendar_minute, ${unixMinute('10', 60, dialect)}, ${unixMinute('13', 60_000, dialect)}, ${unixMinute('16', 60_000_000, dialect)}) END`,
        ],
      ],
    },
  ];
}

/** The text in the column of the kind that it is; nanoseconds lose the digits that change no minute. */
function validated(column: string): readonly Step[] {
  const one = (name: string, pattern: string): Step => ({
    captures: { column, pattern: `\\A${pattern}\\z`, names: [name] },
  });
  const unix = (digits: string) => `([0-9]{${digits}})(?:\\.[0-9]*)?`;
  return [
    one('apache_text', `(\\[${apacheTime}\\]|${apacheTime})`),
    one('iso_text', `(${isoTime})`),
    one('unix_10', unix('10')),
    one('unix_13', unix('13')),
    one('unix_16', '([0-9]{16})(?:[0-9]{3})?(?:\\.[0-9]*)?'),
  ];
}

function unixMinute(digits: string, perMinute: number, { quotient, integer }: Dialect): string {
  return quotient(integer(`unix_${digits}`), perMinute);
}

const partColumns: LocalTime = {
  year: 'local_year',
  month: 'local_month',
  day: 'local_day',
  hour: 'local_hour',
  minute: 'local_minute',
  offset: 'local_offset',
};

function partsOf(dialect: Dialect): readonly (readonly [string, string])[] {
  const apache = apacheLocalTime(dialect);
  const { integer } = dialect;
  const iso: LocalTime = {
    year: integer('iso_year'),
    month: integer('iso_month'),
    day: integer('iso_day'),
    hour: integer('iso_hour'),
    minute: integer('iso_local'),
    // `Z` has neither hours nor minutes.
    offset: offsetSql(
      'iso_east',
      `coalesce(${integer('iso_zone_hour')}, 0)`,
      `coalesce(${integer('iso_zone')}, 0)`,
    ),
  };
  const parts = ['year', 'month', 'day', 'hour', 'minute'] as const;
  return [
    ...parts.map((part) => [partColumns[part], `coalesce(${iso[part]}, ${apache[part]})`] as const),
    [
      partColumns.offset,
      `CASE WHEN apache_text <> '' THEN ${apache.offset} ELSE ${iso.offset} END`,
    ] as const,
  ];
}
