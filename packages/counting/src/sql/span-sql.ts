import type { LogFormat } from '../formats/log-format.ts';
import type { Sli } from '../sli/declaration.ts';
import { compileSql } from './compile-sql.ts';
import type { Dialect } from './dialect.ts';
import { type LinesTable, tableOf } from './lines.ts';

/** What an engine's table is asked again and again, each time about other minutes. */
export interface TableQuestion {
  readonly format: LogFormat;
  /** Its routes are not told apart. */
  readonly sli: Sli;
  readonly table: LinesTable;
}

/**
 * The statement about the minutes from one to before another, since 1970-01-01T00:00Z. Of a table
 * that tells days, one day more is read: load balancers file what they log under the day on which
 * the file was complete.
 * Source: Elastic Load Balancing, "Access log files": the end of the interval names the file.
 */
export function spanSql(
  dialect: Dialect,
  { format, sli: { routes: _, ...sli }, table }: TableQuestion,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const lines = tableOf(dialect, table, {
    from: iso(from).slice(0, 10),
    to: iso(to - 1 + 1440).slice(0, 10),
  });
  return compileSql({ dialect, format, sli, lines, window: { from: iso(from), to: iso(to) } });
}

function iso(minute: number): string {
  return new Date(minute * 60_000).toISOString().replace('.000Z', 'Z');
}
