import { AthenaClient } from '@aws-sdk/client-athena';
import { endedSpan, type MinuteSource, SourceError } from '@sekisho/core/sources';
import { countsOfRows, dialects, spanSql, type TableQuestion } from '@sekisho/counting/sql';
import { type AwsSourceOptions, clientConfig, DEFAULT_TIMEOUT_MS } from '../sources/options.ts';
import { type Pacing, runQuery, type Where } from './run-query.ts';

export interface AthenaSourceOptions extends AwsSourceOptions, TableQuestion, Where {
  /** Milliseconds until a query is stopped. Default 300,000. */
  readonly queryTimeoutMs?: number;
  /** Milliseconds between looks at a query that runs. Default 1,000. */
  readonly pollMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Counts the log lines of an Athena table by Athena itself, as the scanner would count them. Athena
 * is paid by the bytes it reads: tell the table's days.
 */
export function createAthenaSource(options: AthenaSourceOptions): MinuteSource & { close(): void } {
  const { now = Date.now } = options;
  const client = new AthenaClient(clientConfig(options));
  const pacing: Pacing = {
    callTimeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    queryTimeoutMs: options.queryTimeoutMs ?? 300_000,
    pollMs: options.pollMs ?? 1000,
  };
  return {
    async read(span, { signal } = {}) {
      const ended = endedSpan(span, now());
      if (ended.from >= ended.to) return [];
      const sql = spanSql(dialects.athena, options, ended);
      const rows = await runQuery(client, sql, options, pacing, signal);
      return countsIn(rows)
        .filter(({ minute }) => minute >= ended.from && minute < ended.to)
        .map((each) => ({ ...each, clientErrors: 0, measured: 60_000 }));
    },
    close: () => client.destroy(),
  };
}

function countsIn(rows: readonly Readonly<Record<string, unknown>>[]) {
  try {
    return countsOfRows(rows).minutes;
  } catch (error) {
    throw new SourceError('bad-answer', 'Athena: an answer that is no count of minutes', {
      cause: error,
    });
  }
}
