import { clickhouse } from './clickhouse.ts';
import type { Dialect } from './dialect.ts';
import { standardLiteral } from './quote.ts';

/** A table or view that holds one line of a log in each row. */
export interface LinesTable {
  /** Its parts by dots: `logs.alb`. */
  readonly name: string;
  /** The column that holds the line; `line` when unsaid. */
  readonly column?: string;
  /** The column that says the day of the log file, as text, so that a question about a few days reads no more. */
  readonly days?: { readonly column: string; readonly form: DayForm };
}

export type DayForm = 'yyyy-MM-dd' | 'yyyy/MM/dd';

/** Days, both included, each as `2026-10-04`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A table, to be named as `lines` of a question; only some of its days when they are said and it tells them. */
export function tableOf(
  { identifier, literal }: Dialect,
  { name, column = 'line', days }: LinesTable,
  only?: Days,
): string {
  const table = name.split('.').map(identifier).join('.');
  const where =
    days === undefined || only === undefined
      ? ''
      : ` WHERE ${identifier(days.column)} BETWEEN ${literal(dayText(only.from, days.form))} AND ${literal(dayText(only.to, days.form))}`;
  if (column === 'line' && where === '') return table;
  return `(SELECT ${identifier(column)} AS line FROM ${table}${where}) AS logs`;
}

function dayText(day: string, form: DayForm): string {
  return form === 'yyyy/MM/dd' ? day.replaceAll('-', '/') : day;
}

/** Files that an engine reads by itself, as they lie, by patterns of their names. */
export const filesIn = {
  /**
   * Compressed or not. As CSV has it, a carriage return ends a line: DuckDB refuses files that mix
   * line ends, as it refuses those that are not UTF-8.
   */
  duckdb: (patterns: readonly string[]) =>
    `read_csv([${patterns.map(standardLiteral).join(', ')}], columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = chr(1) || chr(2) || chr(1) || chr(3), quote = '', escape = '', comment = '')`,
  /** Every byte as it is, compressed or not; addresses of S3 as they are, without keys. */
  clickhouse: (pattern: string) =>
    `${/^(?:s3|https?):\/\//.test(pattern) ? 's3' : 'file'}(${clickhouse.literal(pattern)}, 'LineAsString')`,
} as const;
