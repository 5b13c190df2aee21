import type { TextField } from '../lines/log-event.ts';
import type { Condition, StatusSpan } from '../sli/declaration.ts';
import type { Dialect } from './dialect.ts';
import { globPattern } from './glob-pattern.ts';

/** The column that holds each text field; '' in a line without it. */
export const textColumn = (field: TextField) => `${field}_text`;

/**
 * A condition over the columns `status`, `latency` (microseconds, NULL when unknown) and those of
 * `textColumn`; true or false, never NULL.
 * Errors: throws `RangeError` when a number is none.
 */
export function conditionSql(condition: Condition, dialect: Dialect): string {
  if ('status' in condition) return anyOf(condition.status.map(spanSql));
  if ('slowerThan' in condition) return slowerThanSql(condition.slowerThan);
  if ('field' in condition) {
    const column = textColumn(condition.field);
    const fits = condition.matches.map((glob) =>
      dialect.matches(column, globPattern(glob, dialect.alphabet)),
    );
    return `(${column} <> '' AND ${anyOf(fits)})`;
  }
  if ('not' in condition) return `(NOT ${conditionSql(condition.not, dialect)})`;
  if ('any' in condition) return anyOf(condition.any.map((each) => conditionSql(each, dialect)));
  const parts = condition.all.map((each) => conditionSql(each, dialect));
  return parts.length === 0 ? '(1 = 1)' : `(${parts.join(' AND ')})`;
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? '(1 = 0)' : `(${parts.join(' OR ')})`;
}

function spanSql({ from, to }: StatusSpan): string {
  if (!Number.isInteger(from) || !Number.isInteger(to))
    throw new RangeError('a status is no whole number');
  return `status BETWEEN ${from} AND ${to}`;
}

/** Latencies are whole, so a limit between two microseconds is as good as the lower of them. */
function slowerThanSql(microseconds: number): string {
  if (typeof microseconds !== 'number' || Number.isNaN(microseconds))
    throw new RangeError('a limit of latency is no number');
  const limit = Math.min(Math.max(-1, Math.floor(microseconds)), Number.MAX_SAFE_INTEGER);
  return `(coalesce(latency, -1) > ${limit})`;
}
