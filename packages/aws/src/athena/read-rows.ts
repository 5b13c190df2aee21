import { type AthenaClient, GetQueryResultsCommand } from '@aws-sdk/client-athena';
import { SourceError } from '@sekisho/core/sources';
import { z } from 'zod';
import { type Asking, askSource } from '../sources/ask-source.ts';

export const actions = ['athena:GetQueryResults'] as const;

/** What one row says by the names of its columns; a column that is NULL is null. */
export type Row = Readonly<Record<string, string | null>>;

const page = z.object({
  NextToken: z.string().optional(),
  ResultSet: z.object({
    Rows: z
      .array(z.object({ Data: z.array(z.object({ VarCharValue: z.string().optional() })) }))
      .default([]),
    ResultSetMetadata: z.object({ ColumnInfo: z.array(z.object({ Name: z.string() })) }),
  }),
});

/**
 * Every row of a query that has ended, page by page. The first row of the first page holds the
 * columns' names.
 * Source: Amazon Athena API Reference, "GetQueryResults".
 * @throws {SourceError}
 */
export async function readRows(
  client: AthenaClient,
  id: string,
  asking: Asking,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { NextToken, ResultSet } = await askSource(asking, page, (options) =>
      client.send(
        new GetQueryResultsCommand({
          QueryExecutionId: id,
          MaxResults: 1000,
          ...(token === undefined ? {} : { NextToken: token }),
        }),
        options,
      ),
    );
    const names = ResultSet.ResultSetMetadata.ColumnInfo.map(({ Name }) => Name);
    const found = token === undefined ? ResultSet.Rows.slice(1) : ResultSet.Rows;
    for (const { Data } of found) {
      rows.push(
        Object.fromEntries(names.map((name, at) => [name, Data[at]?.VarCharValue ?? null])),
      );
    }
    token = NextToken;
    if (token !== undefined && seen.has(token)) {
      throw new SourceError('bad-answer', 'Athena: the same page was named twice');
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return rows;
}
