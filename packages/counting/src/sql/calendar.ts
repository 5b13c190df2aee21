import type { Dialect } from './dialect.ts';
import type { Step } from './steps.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Years and days that are added so that nothing is negative, where engines divide differently. */
const moreYears = 400;
const moreDays = 146_097;
const daysToEpoch = 719_468;

/** The number of a month from its name in English, in a column. */
export function monthSql(column: string): string {
  return `CASE ${column} ${months.map((name, index) => `WHEN '${name}' THEN ${index + 1}`).join(' ')} END`;
}

/** Numbers that columns hold: a day that there is, a time of it, and how far east of UTC it is told. */
export interface LocalTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  /** Minutes. */
  readonly offset: string;
}

/**
 * The column `calendar_minute`, in minutes since 1970-01-01T00:00Z, counted in years that begin on
 * 1 March (see `minuteOf`). In arithmetic and not by the engine's own dates, whose ranges differ.
 */
export function calendarMinuteSteps(time: LocalTime, dialect: Dialect): readonly Step[] {
  const { quotient } = dialect;
  const year = `(${time.year} + ${moreYears} - CASE WHEN ${time.month} > 2 THEN 0 ELSE 1 END)`;
  const dayOfYear = `${quotient('153 * month_from_march + 2', 5)} + ${time.day} - 1`;
  const leapDays = `${quotient('march_year', 4)} - ${quotient('march_year', 100)} + ${quotient('march_year', 400)}`;
  return [
    {
      columns: [
        ['march_year', year],
        ['month_from_march', `((${time.month} + 9) % 12)`],
      ],
    },
    {
      columns: [
        [
          'calendar_minute',
          `(march_year * 365 + ${leapDays} + ${dayOfYear} - ${moreDays + daysToEpoch}) * 1440 + ${time.hour} * 60 + ${time.minute} - ${time.offset}`,
        ],
      ],
    },
  ];
}

/**
 * The column `minute` (`2026-10-04T00:01:00Z`) out of `minute_number`, for the years 0 to 9999.
 */
export function minuteTextSteps({ quotient, digits }: Dialect): readonly Step[] {
  const padded = (sql: string, length = 2) => `lpad(${digits(sql)}, ${length}, '0')`;
  const biased = `minute_number + ${(moreDays + daysToEpoch) * 1440}`;
  const doy = `(year_days - (365 * era_year + ${quotient('era_year', 4)} - ${quotient('era_year', 100)}))`;
  return [
    {
      columns: [
        ['all_days', quotient(biased, 1440)],
        ['day_minute', `((${biased}) % 1440)`],
      ],
    },
    { columns: [['year_days', `(all_days % ${moreDays})`]] },
    {
      columns: [
        [
          'era_year',
          quotient(
            `year_days - ${quotient('year_days', 1460)} + ${quotient('year_days', 36_524)} - ${quotient('year_days', 146_096)}`,
            365,
          ),
        ],
      ],
    },
    { columns: [['march_day', doy]] },
    { columns: [['march_month', quotient('5 * march_day + 2', 153)]] },
    {
      columns: [
        [
          'minute',
          [
            padded(
              `era_year + ${quotient('all_days', moreDays)} * 400 - ${moreYears} + CASE WHEN march_month < 10 THEN 0 ELSE 1 END`,
              4,
            ),
            "'-'",
            padded('march_month + CASE WHEN march_month < 10 THEN 3 ELSE -9 END'),
            "'-'",
            padded(`march_day - ${quotient('153 * march_month + 2', 5)} + 1`),
            "'T'",
            padded(quotient('day_minute', 60)),
            "':'",
            padded('day_minute % 60'),
            "':00Z'",
          ].join(' || '),
        ],
      ],
    },
  ];
}
