import type { Needs } from '../../lines/log-event.ts';
import type { Dialect } from '../dialect.ts';
import type { Step } from '../steps.ts';

/** How a format's lines become events. */
export interface FormatSteps {
  /**
   * From the column `line_text` (a line that is not blank, without its end) to `key` (NULL when the line is
   * unparsed), `status`, `latency` when it is needed, and a text column for each field that is needed.
   */
  readonly steps: readonly Step[];
  /** The column that names the minute. */
  readonly key: 'minute' | 'minute_number';
  /**
   * From the key to `minute` (`2026-10-04T00:01:00Z`), once for each minute: ClickHouse writes every
   * step into the next, and a long way for each line becomes a query that it takes minutes to plan.
   */
  readonly finish: readonly Step[];
}

export type FormatPlan = (needs: Needs, dialect: Dialect) => FormatSteps;
