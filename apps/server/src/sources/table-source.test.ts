import type { SourceConfig } from '@sekisho/config';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type AnsweringServer,
  type Asked,
  type Said,
  startAnswering,
} from '../../../../test/support/answering-server.ts';
import { practiceConfig } from '../../../../test/support/world.ts';
import type { Closable } from './closable.ts';
import { tableSource } from './table-source.ts';

vi.setConfig({ testTimeout: 60_000 });

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const from = Date.UTC(2026, 4, 1, 12, 0) / 60_000;
const span = { from, to: from + 4 };
const sli = { goodWhen: { not: { status: [{ from: 500, to: 599 }] } } };
const at = (minute: number) =>
  new Date((from + minute) * 60_000).toISOString().replace('.000Z', 'Z');
/** The second minute and the third had lines. */
const counted = [
  { minute: at(1), total: 3, good: 2, bad: 1, excluded: 0, unparsed: 0 },
  { minute: at(2), total: 1, good: 0, bad: 1, excluded: 0, unparsed: 0 },
];

async function facing(
  kind: 'clickhouse' | 'athena',
  answer: (asked: Asked) => Said,
  connection: Record<string, unknown> = {},
): Promise<{ server: AnsweringServer; source: Closable }> {
  const server = await startAnswering(answer);
  open.push(server);
  const place = kind === 'athena' ? { region: 'ap-northeast-1', database: 'logs' } : server;
  const config: SourceConfig = {
    ...{ name: 'table', kind, latenessMinutes: 5, format: 'alb', fields: null },
    connection: {
      ...(kind === 'athena' ? place : { url: server.url }),
      ...{ table: { name: 'alb', column: 'text' } },
      ...connection,
    },
  };
  const source = tableSource(config as never, sli, {
    ...{ config: practiceConfig, now: () => (from + 3.5) * 60_000, secret: () => 'hush' },
    ...{
      awsEndpoint: server.url,
      logFolder: null,
      probeRecord: () => ({ results: async () => [] }),
    },
  });
  open.push(source);
  return { server, source };
}

/** An Athena that has answered as soon as it is asked. */
function athenaAnswer({ headers }: Asked): Said {
  const columns = ['minute', 'total', 'good', 'bad', 'excluded', 'unparsed'];
  const rows = counted.map((row) => columns.map((name) => String(row[name as keyof typeof row])));
  const said: Record<string, object> = {
    StartQueryExecution: { QueryExecutionId: 'q-1' },
    GetQueryExecution: { QueryExecution: { Status: { State: 'SUCCEEDED' } } },
    GetQueryResults: {
      ResultSet: {
        Rows: [columns, ...rows].map((cells) => ({
          Data: cells.map((VarCharValue) => ({ VarCharValue })),
        })),
        ResultSetMetadata: { ColumnInfo: columns.map((Name) => ({ Name, Type: 'varchar' })) },
      },
    },
  };
  const body = said[String(headers['x-amz-target']).split('.')[1] ?? ''];
  return { headers: { 'content-type': 'application/x-amz-json-1.1' }, body };
}

const clickhouseAnswer = (): Said => ({ body: { meta: [], data: counted, rows: 2 } });

describe.each([
  ['clickhouse', clickhouseAnswer],
  ['athena', athenaAnswer],
] as const)('a source of lines in %s', (kind, answer) => {
  it('counts them by the SLI where they lie; what has no line was not measured', async () => {
    const { server, source } = await facing(kind, answer);
    expect(await source.read(span)).toEqual([
      { minute: from + 1, good: 2, bad: 1, excluded: 0, clientErrors: 0, measured: 60_000 },
      { minute: from + 2, good: 0, bad: 1, excluded: 0, clientErrors: 0, measured: 60_000 },
    ]);
    const [asked] = server.asked;
    expect(asked?.body).toMatch(/text.{1,4} AS line FROM/);
  });

  it('takes minutes without a line for idle where the definition says so, but for those to come', async () => {
    const { source } = await facing(kind, answer, { whenAbsent: 'idle' });
    const minutes = await source.read(span);
    expect(minutes.map(({ good, bad, measured }) => [good, bad, measured])).toEqual([
      [0, 0, 60_000],
      [2, 1, 60_000],
      [0, 1, 60_000],
    ]);
  });
});
