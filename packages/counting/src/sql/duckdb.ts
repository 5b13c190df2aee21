import { characters } from './alphabets.ts';
import type { Dialect } from './dialect.ts';
import { standardIdentifier, standardLiteral } from './quote.ts';

/**
 * DuckDB. Its strings are UTF-8 and nothing else: what is not does not come into them.
 * Source: DuckDB documentation, "Regular Expressions" (RE2), "Text Functions".
 */
export const duckdb: Dialect = {
  engine: 'duckdb',
  alphabet: characters,
  literal: standardLiteral,
  identifier: standardIdentifier,
  // An empty line of a file is NULL.
  lineText: (column) => `coalesce(${column}, '')`,
  selectCaptures: ({ column, pattern, names }, from) =>
    `SELECT *, unnest(regexp_extract(${column}, '${pattern}', [${names
      .map((name) => `'${name}'`)
      .join(', ')}]))\n  FROM ${from}`,
  matches: (column, pattern) => `regexp_matches(${column}, '${pattern}')`,
  integer: (column) => `TRY_CAST(${column} AS BIGINT)`,
  digits: (sql) => `CAST(${sql} AS VARCHAR)`,
  double: (column) => `TRY_CAST(${column} AS DOUBLE)`,
  quotient: (dividend, divisor) => `((${dividend}) // ${divisor})`,
};
