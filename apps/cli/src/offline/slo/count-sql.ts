import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  compileSql,
  type Dialect,
  dialects,
  type Engine,
  filesIn,
  sqlFormats,
  tableOf,
  UnsupportedFormat,
} from '@sekisho/counting/sql';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { readFormat } from './read-format.ts';
import { readSli } from './read-sli.ts';

/**
 * Prints the SQL by which another engine counts what `slo count` with the same options counts.
 * Errors: `Failure` (exit code 2) when an option is wrong, or no SQL reads the format.
 */
export async function countSql(host: Host, { words, options }: Asked): Promise<number> {
  const dialect = dialects[options.sql as Engine];
  const { engine } = dialect;
  const sli = readSli(host, options);
  const format = await readFormat(host, options, []);
  const table = typeof options.table === 'string' ? options.table : null;
  const lines = linesOf(host, dialect, words, table);
  const sql = compiled(host, format.name, () => compileSql({ dialect, format, sli, lines }));
  if (options.json === true) {
    await host.stdout.write(`${cleanJson({ engine, sql })}\n`);
    return 0;
  }
  const notes = notesOf(host, engine, format.name, table).map((line) => `-- ${line}`);
  await host.stdout.write(`${[...notes, `${sql};`].join('\n')}\n`);
  return 0;
}

function compiled(host: Host, format: string, compile: () => string): string {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof UnsupportedFormat)) throw error;
    const facts = { format, choices: sqlFormats.join(', ') };
    throw new Failure('bad-input', say(host, 'slo-sql-format', facts));
  }
}

const mostPatterns = { duckdb: Number.POSITIVE_INFINITY, clickhouse: 1, athena: 0 } as const;

function linesOf(
  host: Host,
  dialect: Dialect,
  words: readonly string[],
  table: string | null,
): string {
  const { engine } = dialect;
  if (table !== null && words.length > 0) throw new Failure('bad-input', say(host, 'slo-sql-both'));
  if (table !== null && table.trim() !== '') return tableOf(dialect, { name: table });
  if (words.length === 0 || words.length > mostPatterns[engine]) {
    throw new Failure('bad-input', say(host, `slo-sql-where-${engine}`));
  }
  const patterns = words.map((word) =>
    isFolder(host, word) ? `${word.replace(/\/+$/, '')}/**/*` : word,
  );
  return engine === 'clickhouse' ? filesIn.clickhouse(patterns[0] ?? '') : filesIn.duckdb(patterns);
}

/** Engines want patterns; a folder means all that is in it, as it does to `slo count`. */
function isFolder({ cwd }: Host, word: string): boolean {
  if (word.endsWith('/')) return true;
  return statSync(resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What someone needs to know who finds the SQL in a file. Nothing of what was asked stands in it. */
function notesOf(
  host: Host,
  engine: Engine,
  format: string,
  table: string | null,
): readonly string[] {
  return [
    say(host, 'slo-sql-columns'),
    ...(format === 'cloudfront' ? [say(host, 'slo-sql-cloudfront')] : []),
    ...(engine === 'duckdb' && table === null ? [say(host, 'slo-sql-duckdb')] : []),
    ...(engine === 'athena' ? [say(host, 'slo-sql-athena'), athenaTable] : []),
  ];
}

const athenaTable =
  "CREATE EXTERNAL TABLE DATABASE.TABLE (line string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.RegexSerDe' WITH SERDEPROPERTIES ('input.regex' = '(?s)(.*)') LOCATION 's3://BUCKET/PREFIX/'";
