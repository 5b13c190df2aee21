import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import {
  endedSpan,
  type MeasuredMinute,
  type MinuteSource,
  SourceError,
  type Span,
} from '@sekisho/core/sources';
import { countsOfRows, dialects, spanSql, type TableQuestion } from '@sekisho/counting/sql';
import { toSourceError } from './to-source-error.ts';

export interface ClickhouseSourceOptions extends TableQuestion {
  /** `http://` or `https://`, of the server's HTTP interface. */
  readonly url: string;
  /** `default` when unsaid. A user who may only read suffices. */
  readonly username?: string;
  readonly password?: string;
  /** Of tables whose name says none. */
  readonly database?: string;
  /** Milliseconds of one question. Default 60,000. */
  readonly timeoutMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface ClickhouseSource extends MinuteSource {
  close(): Promise<void>;
}

/** Counts the log lines of a ClickHouse table by its own engine, as the scanner would count them. */
export function createClickhouseSource(options: ClickhouseSourceOptions): ClickhouseSource {
  const { now = Date.now, timeoutMs = 60_000 } = options;
  const client = clientOf(options, timeoutMs);
  return {
    async read(span, { signal } = {}) {
      const ended = endedSpan(span, now());
      if (ended.from >= ended.to) return [];
      return measured(
        await ask(client, spanSql(dialects.clickhouse, options, ended), timeoutMs, signal),
        ended,
      );
    },
    close: () => client.close(),
  };
}

function clientOf(
  { url, username, password, database }: ClickhouseSourceOptions,
  timeoutMs: number,
): ClickHouseClient {
  return createClient({
    url,
    application: 'sekisho',
    request_timeout: timeoutMs,
    max_open_connections: 2,
    log: { level: ClickHouseLogLevel.OFF },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { database }),
  });
}

/**
 * The rows of an answer. The server is asked to finish before it answers: otherwise a query that
 * fails midway has answered 200 already.
 */
async function ask(
  client: ClickHouseClient,
  query: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<readonly Record<string, unknown>[]> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  const bound = signal === undefined ? timeout.signal : AbortSignal.any([timeout.signal, signal]);
  try {
    const answer = await client.query({
      query,
      // One document: of rows for themselves, the client would pass over a last one that is cut short.
      format: 'JSON',
      abort_signal: bound,
      clickhouse_settings: { wait_end_of_query: 1 },
    });
    return rowsOf(await answer.json());
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    if (error instanceof SourceError) throw error;
    throw toSourceError(error);
  } finally {
    clearTimeout(timer);
  }
}

function rowsOf(document: unknown): readonly Record<string, unknown>[] {
  const { data } = (document ?? {}) as { readonly data?: unknown };
  if (Array.isArray(data)) return data as readonly Record<string, unknown>[];
  throw new SourceError('bad-answer', 'ClickHouse: an answer without rows');
}

function measured(
  rows: readonly Record<string, unknown>[],
  { from, to }: Span,
): readonly MeasuredMinute[] {
  try {
    return countsOfRows(rows)
      .minutes.filter(({ minute }) => minute >= from && minute < to)
      .map((each) => ({ ...each, clientErrors: 0, measured: 60_000 }));
  } catch (error) {
    throw new SourceError('bad-answer', 'ClickHouse: an answer that is no count of minutes', {
      cause: error,
    });
  }
}
