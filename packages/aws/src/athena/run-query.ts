import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AthenaClient,
  GetQueryExecutionCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { SourceError } from '@sekisho/core/sources';
import { z } from 'zod';
import { askSource } from '../sources/ask-source.ts';
import { athenaFailures } from './failures.ts';
import { queryFailure } from './query-failure.ts';
import { type Row, readRows } from './read-rows.ts';

export const actions = [
  'athena:GetQueryExecution',
  'athena:StartQueryExecution',
  'athena:StopQueryExecution',
] as const;

/** Where in Athena a query runs. */
export interface Where {
  readonly database: string;
  /** `AwsDataCatalog` when unsaid. */
  readonly catalog?: string;
  /** `primary` when unsaid. */
  readonly workgroup?: string;
  /** `s3://…`, for the answers, when the workgroup names no place. */
  readonly outputLocation?: string;
}

/** All in milliseconds. */
export interface Pacing {
  readonly callTimeoutMs: number;
  readonly queryTimeoutMs: number;
  readonly pollMs: number;
}

const started = z.object({ QueryExecutionId: z.string().min(1) });
const looked = z.object({
  QueryExecution: z.object({
    Status: z.object({
      State: z.string(),
      StateChangeReason: z.string().optional(),
      AthenaError: z
        .object({ ErrorCategory: z.number().optional(), Retryable: z.boolean().optional() })
        .optional(),
    }),
  }),
});

/**
 * Starts a query, waits for its end and reads its rows. A query that takes too long, or that nobody
 * waits for any more, is stopped: it costs.
 * @throws {SourceError}
 */
export async function runQuery(
  client: AthenaClient,
  sql: string,
  where: Where,
  { callTimeoutMs, queryTimeoutMs, pollMs }: Pacing,
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  const asking = {
    codes: athenaFailures,
    timeoutMs: callTimeoutMs,
    ...(signal === undefined ? {} : { signal }),
  };
  const { QueryExecutionId } = await askSource(asking, started, (options) =>
    client.send(new StartQueryExecutionCommand(orderOf(sql, where)), options),
  );
  try {
    await ended(queryTimeoutMs, pollMs, signal, async () => {
      const { QueryExecution } = await askSource(asking, looked, (options) =>
        client.send(new GetQueryExecutionCommand({ QueryExecutionId }), options),
      );
      return QueryExecution.Status;
    });
  } catch (error) {
    await stop(client, QueryExecutionId, callTimeoutMs);
    throw error;
  }
  return readRows(client, QueryExecutionId, asking);
}

function orderOf(sql: string, { database, catalog, workgroup, outputLocation }: Where) {
  return {
    QueryString: sql,
    QueryExecutionContext: {
      Database: database,
      ...(catalog === undefined ? {} : { Catalog: catalog }),
    },
    ...(workgroup === undefined ? {} : { WorkGroup: workgroup }),
    ...(outputLocation === undefined
      ? {}
      : { ResultConfiguration: { OutputLocation: outputLocation } }),
  };
}

async function ended(
  queryTimeoutMs: number,
  pollMs: number,
  signal: AbortSignal | undefined,
  look: () => Promise<z.infer<typeof looked>['QueryExecution']['Status']>,
): Promise<void> {
  const latest = performance.now() + queryTimeoutMs;
  for (;;) {
    const status = await look();
    if (status.State === 'SUCCEEDED') return;
    if (status.State === 'FAILED' || status.State === 'CANCELLED') throw queryFailure(status);
    if (performance.now() >= latest) {
      throw new SourceError('unreachable', `Athena: the query did not end in ${queryTimeoutMs} ms`);
    }
    await sleep(pollMs, undefined, signal === undefined ? {} : { signal }).catch(() => {
      throw signal?.reason;
    });
  }
}

/** Stopping is a courtesy: what made us stop is told, not that it failed. */
async function stop(client: AthenaClient, id: string, timeoutMs: number): Promise<void> {
  await askSource({ codes: athenaFailures, timeoutMs }, z.unknown(), (options) =>
    client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }), options),
  ).catch(() => undefined);
}
