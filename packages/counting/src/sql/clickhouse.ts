import { bytesAsCharacters } from './alphabets.ts';
import type { Dialect } from './dialect.ts';

/**
 * ClickHouse. Its strings are bytes, but its regular expressions (RE2) see UTF-8 and fit nothing
 * that is not: lines are shown to them as ISO 8859-1.
 * Source: ClickHouse documentation, "Functions for searching in strings", "convertCharset".
 */
export const clickhouse: Dialect = {
  engine: 'clickhouse',
  alphabet: bytesAsCharacters,
  literal: quoted("'"),
  identifier: quoted('`'),
  lineText: (column) => `convertCharset(${column}, 'ISO-8859-1', 'UTF-8')`,
  selectCaptures: ({ column, pattern, names }, from, step) =>
    `SELECT *, extractGroups(${column}, ${regex(pattern)}) AS groups_${step},\n    ${names
      .map((name, index) => `groups_${step}[${index + 1}] AS ${name}`)
      .join(', ')}\n  FROM ${from}`,
  matches: (column, pattern) => `match(${column}, ${regex(pattern)})`,
  integer: (column) => `toInt64OrNull(${column})`,
  digits: (sql) => `toString(${sql})`,
  double: (column) => `toFloat64OrNull(${column})`,
  quotient: (dividend, divisor) => `intDiv(${dividend}, ${divisor})`,
};

function regex(pattern: string): string {
  return `'${pattern.replaceAll('\\', '\\\\')}'`;
}

function quoted(mark: string): (text: string) => string {
  return (text) => {
    const body = text
      .toWellFormed()
      .replaceAll('\\', '\\\\')
      .replaceAll(mark, `\\${mark}`)
      .replace(
        /[\u0000-\u001f\u007f]/g,
        (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
      );
    return `${mark}${body}${mark}`;
  };
}
