import type { LogFormat } from '../formats/log-format.ts';
import { compileSli } from '../sli/compile.ts';
import type { Sli } from '../sli/declaration.ts';
import { conditionSql } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { planOf } from './formats/plans.ts';
import { type Step, stepsSql } from './steps.ts';

export interface SqlQuestion {
  readonly dialect: Dialect;
  readonly format: LogFormat;
  readonly sli: Sli;
  /** What stands behind FROM: a relation with a column `line`, one line of a log in each row. */
  readonly lines: string;
  /** Only minutes from the one to before the other, as `2026-10-04T00:01:00Z`; all when unsaid. */
  readonly window?: { readonly from: string; readonly to: string };
}

/**
 * One statement that counts what the scanner counts. Its rows are `minute, total, good, bad,
 * excluded, unparsed` (and `route` before them when the SLI names routes), in the order of time;
 * the lines that are unparsed stand in one row that has no minute, when there are any.
 * Errors: throws `UnsupportedFormat`; `RangeError` when a number of the SLI is none.
 */
export function compileSql({ dialect, format, sli, lines, window }: SqlQuestion): string {
  const { needs, groups } = compileSli(sli);
  const routed = groups.length > 0;
  const { steps, key, finish } = planOf(format)(needs, dialect);
  const judged = stepsSql(
    [...lineSteps(dialect), ...steps, { columns: judgement(sli, key, dialect) }],
    dialect,
    'log_text',
    'event',
  );
  const told = stepsSql(finish, dialect, 'counted', 'told');
  const parts = [
    `log_text AS (\n  SELECT ${dialect.lineText('line')} AS whole_line FROM ${lines}\n)`,
    ...judged,
    `counted AS (\n  ${countedSql(routed ? `${key}, route` : key, `event_${judged.length}`)}\n)`,
    ...told,
  ];
  return [
    `WITH ${parts.join(',\n')}`,
    `SELECT ${routed ? 'route, ' : ''}minute, good + bad + excluded AS total, good, bad, excluded, unparsed`,
    `FROM ${told.length === 0 ? 'counted' : `told_${told.length}`}`,
    ...(window === undefined ? [] : [`WHERE ${windowSql(window, dialect)}`]),
    `ORDER BY minute NULLS LAST${routed ? ', route' : ''}`,
  ].join('\n');
}

function judgement(sli: Sli, key: string, dialect: Dialect) {
  const routed = (sli.routes ?? []).length > 0;
  return [
    ['verdict', verdictSql(sli, key, dialect)] as const,
    ...(routed ? [['route', routeSql(sli, key, dialect)] as const] : []),
  ];
}

/** Takes a byte order mark and the end of the line away, and blank lines out. */
function lineSteps({ alphabet, matches }: Dialect): readonly Step[] {
  const pattern = `\\A(?:${alphabet.mark})?([\\s\\S]*?)\\r?\\z`;
  return [
    { captures: { column: 'whole_line', pattern, names: ['line_text'] } },
    { where: matches('line_text', '[^ \\t\\r]') },
  ];
}

function verdictSql(
  { filter, excludedWhen, goodWhen }: Sli,
  key: string,
  dialect: Dialect,
): string {
  const when = (test: string, verdict: string) => `WHEN ${test} THEN '${verdict}'`;
  return [
    'CASE',
    when(`${key} IS NULL`, 'unparsed'),
    ...(filter === undefined ? [] : [when(`NOT ${conditionSql(filter, dialect)}`, 'outside')]),
    ...(excludedWhen === undefined ? [] : [when(conditionSql(excludedWhen, dialect), 'excluded')]),
    when(conditionSql(goodWhen, dialect), 'good'),
    "ELSE 'bad' END",
  ].join(' ');
}

function routeSql({ routes = [] }: Sli, key: string, dialect: Dialect): string {
  const tests = routes.map(
    ({ name, when }) => `WHEN ${conditionSql(when, dialect)} THEN ${dialect.literal(name)}`,
  );
  return `CASE WHEN ${key} IS NULL THEN NULL ${tests.join(' ')} ELSE 'other' END`;
}

function countedSql(keys: string, from: string): string {
  const counts = ['good', 'bad', 'excluded', 'unparsed'].map(
    (each) => `count(CASE WHEN verdict = '${each}' THEN 1 END) AS ${each}`,
  );
  return `SELECT ${keys}, ${counts.join(', ')}
  FROM ${from}
  WHERE verdict <> 'outside'
  GROUP BY ${keys}`;
}

function windowSql({ from, to }: NonNullable<SqlQuestion['window']>, { literal }: Dialect): string {
  return `minute IS NULL OR (minute >= ${literal(from)} AND minute < ${literal(to)})`;
}
