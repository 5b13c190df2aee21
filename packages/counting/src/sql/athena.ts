import { characters } from './alphabets.ts';
import type { Dialect } from './dialect.ts';
import { standardIdentifier, standardLiteral } from './quote.ts';

/**
 * Amazon Athena, engine version 3 (Trino). Its tables hand lines over decoded.
 * Source: Trino documentation, "Regular expression functions" (Java's syntax, by Joni), "String
 * functions", "Conversion functions"; Amazon Athena User Guide, "Functions in Amazon Athena".
 */
export const athena: Dialect = {
  engine: 'athena',
  alphabet: characters,
  literal: standardLiteral,
  identifier: standardIdentifier,
  lineText: (column) => `coalesce(${column}, '')`,
  selectCaptures: ({ column, pattern, names }, from) =>
    `SELECT *,\n    ${names
      .map(
        (name, index) =>
          `coalesce(regexp_extract(${column}, '${pattern}', ${index + 1}), '') AS ${name}`,
      )
      .join(',\n    ')}\n  FROM ${from}`,
  matches: (column, pattern) => `regexp_like(${column}, '${pattern}')`,
  integer: (column) => `TRY_CAST(${column} AS BIGINT)`,
  digits: (sql) => `CAST(${sql} AS VARCHAR)`,
  double: (column) => `TRY_CAST(${column} AS DOUBLE)`,
  // Whole numbers divide into whole numbers.
  quotient: (dividend, divisor) => `((${dividend}) / ${divisor})`,
};
