import { clickhouse } from './clickhouse.ts';
import type { Dialect } from './dialect.ts';
import { standardLiteral } from './quote.ts';

/**
 * A table or view with one line of a log in each row, to be named as `lines` of a question.
 * @param name parts by dots: `logs.alb`
 * @param column that holds the line
 */
export function tableOf({ identifier }: Dialect, name: string, column = 'line'): string {
  const table = name.split('.').map(identifier).join('.');
  return column === 'line' ? table : `(SELECT ${identifier(column)} AS line FROM ${table}) AS logs`;
}

/** Files that an engine reads by itself, as they lie: patterns of their names, compressed or not. */
export const filesIn = {
  /**
   * In pieces and compressed ones too; but a carriage return amid a line ends it (or is refused), as
   * CSV has it.
   */
  duckdb: (patterns: readonly string[]) =>
    `read_csv([${patterns.map(standardLiteral).join(', ')}], columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = chr(1) || chr(2) || chr(1) || chr(3), quote = '', escape = '', comment = '', encoding = 'latin-1')`,
  /** Every byte as it is; whole files in memory, uncompressed ones only. */
  duckdbBytes: (patterns: readonly string[]) => duckdbBytes(patterns),
  clickhouse: (pattern: string) => `file(${clickhouse.literal(pattern)}, 'LineAsString')`,
} as const;

/** A blob as text has `\xFF` for what is not plain ASCII; each is put back as the character of that number, `\` last. */
function duckdbBytes(patterns: readonly string[]): string {
  const codes = `list_transform(list_concat(list_filter(range(256), lambda code: code <> 92), [92]), lambda code: printf('\\x%02X', code))`;
  const text = `list_reduce(${codes}, lambda text, code: replace(text, code, chr(('0x' || code[3:])::INT)), content::VARCHAR)`;
  return `(SELECT unnest(string_split(${text}, chr(10))) AS line FROM read_blob([${patterns.map(standardLiteral).join(', ')}]))`;
}
