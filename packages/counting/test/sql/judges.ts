import { openClickhouse, type RunningEngine } from '../../../../test/support/chdb.ts';
import { bytesAsCharacters } from '../../src/sql/alphabets.ts';
import { type Dialect, dialects, filesIn } from '../../src/sql/index.ts';
import { openDuckdb } from './engines.ts';

const chdb = process.env.SEKISHO_CHDB;
const required = process.env.SEKISHO_REQUIRE_CHDB === '1';

export interface Judge {
  readonly name: string;
  readonly dialect: Dialect;
  readonly open: () => Promise<RunningEngine>;
  readonly lines: (file: string) => string;
  /** The bytes that its tables hold of a log. */
  readonly held?: (log: Buffer) => Buffer;
  readonly runs: number;
}

/** Athena's text says nothing that DuckDB does not say too, but for one name and what `/` is. */
const asAthena = [
  'SET integer_division = true',
  'CREATE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)',
];

/** Files that hold nothing but UTF-8. */
const textOf = (file: string) =>
  `(SELECT unnest(string_split(content, chr(10))) AS line FROM read_text('${file}')) AS logs`;
const asText = (log: Buffer) => Buffer.from(log.toString('utf8'));

/** A blob as text has `\xFF` for what is not plain ASCII: each is put back as the character of that number, `\` last. */
const bytesOf = (file: string) =>
  `(SELECT unnest(string_split(list_reduce(list_transform(list_concat(list_filter(range(256), lambda code: code <> 92), [92]), lambda code: printf('\\x%02X', code)), lambda text, code: replace(text, code, chr(('0x' || code[3:])::INT)), content::VARCHAR), chr(10))) AS line FROM read_blob('${file}')) AS logs`;

/** What runs each dialect. */
export const judges: readonly Judge[] = [
  {
    name: 'DuckDB',
    dialect: dialects.duckdb,
    open: () => openDuckdb(),
    lines: textOf,
    held: asText,
    runs: 1,
  },
  {
    // As ClickHouse sees lines: also where its engine is absent, each byte is tried.
    name: 'DuckDB, of bytes',
    dialect: { ...dialects.duckdb, alphabet: bytesAsCharacters },
    open: () => openDuckdb(),
    lines: bytesOf,
    runs: 1,
  },
  {
    name: "ClickHouse's engine",
    dialect: dialects.clickhouse,
    open: () => openClickhouse(chdb ?? ''),
    lines: filesIn.clickhouse,
    runs: 1,
  },
  {
    name: "Athena's SQL, by DuckDB",
    dialect: dialects.athena,
    open: () => openDuckdb(asAthena),
    lines: textOf,
    held: asText,
    runs: 1,
  },
];

/**
 * Why a judge is not asked; null when it is. Without its engine a dialect is not tried, which CI
 * does not let pass.
 */
export function absence({ dialect }: Judge): string | null {
  return dialect.engine === 'clickhouse' && chdb === undefined && !required
    ? 'skipped: SEKISHO_CHDB names no folder with chdb'
    : null;
}
