import { defaultSli, formats, type LogFormat } from '@sekisho/counting';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  hang,
  json,
  jsonError,
  reset,
  type SeenCall,
  startScriptedAws,
} from '../../test/judges/scripted-aws.ts';
import { type AthenaSourceOptions, createAthenaSource } from './athena-source.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const from = Date.UTC(2026, 9, 4, 0, 1) / 60_000;
const span = { from, to: from + 3 };
const first = '2026-10-04T00:01:00Z';
const columns = ['minute', 'total', 'good', 'bad', 'excluded', 'unparsed'];
const row = (...values: readonly (string | null)[]) => ({
  Data: values.map((value) => (value === null ? {} : { VarCharValue: value })),
});
const results = (rows: readonly object[], next?: string) =>
  json(200, {
    ...(next === undefined ? {} : { NextToken: next }),
    ResultSet: {
      Rows: rows,
      ResultSetMetadata: { ColumnInfo: columns.map((Name) => ({ Name, Type: 'varchar' })) },
    },
  });
const state = (State: string, more: object = {}) =>
  json(200, { QueryExecution: { Status: { State, ...more } } });

/** What each operation answers, one after another; the last again and again. */
type Script = Readonly<Record<string, readonly Answer[]>>;

const good: Script = {
  StartQueryExecution: [json(200, { QueryExecutionId: 'q-1' })],
  GetQueryExecution: [state('SUCCEEDED')],
  GetQueryResults: [results([row(...columns), row(first, '3', '2', '1', '0', '0')])],
  StopQueryExecution: [json(200, {})],
};

async function facing(script: Script = {}, more: Partial<AthenaSourceOptions> = {}) {
  const left = new Map(
    Object.entries({ ...good, ...script }).map(([name, all]) => [name, [...all]]),
  );
  const aws = await startScriptedAws(({ name }: SeenCall): Answer => {
    const answers = left.get(name) ?? [];
    return (
      (answers.length > 1 ? answers.shift() : answers[0]) ?? jsonError(400, 'UnknownOperation')
    );
  });
  const source = createAthenaSource({
    region: 'ap-northeast-1',
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    database: 'logs',
    format: formats.alb as LogFormat,
    sli: defaultSli,
    table: { name: 'alb_lines', days: { column: 'day', form: 'yyyy/MM/dd' } },
    pollMs: 1,
    now: () => (from + 100) * 60_000,
    ...more,
  });
  open.push(source, aws);
  const names = () => aws.calls.map(({ name }) => name);
  const bodies = (name: string) =>
    aws.calls.filter((call) => call.name === name).map(({ body }) => JSON.parse(body));
  return { source, names, bodies };
}

describe('an Athena source', () => {
  it('starts a query where it was told to, waits for its end, and reads its counts', async () => {
    const { source, names, bodies } = await facing(
      { GetQueryExecution: [state('QUEUED'), state('RUNNING'), state('SUCCEEDED')] },
      { catalog: 'Lake', workgroup: 'sre', outputLocation: 's3://answers/' },
    );
    expect(await source.read(span)).toEqual([
      { minute: from, good: 2, bad: 1, excluded: 0, clientErrors: 0, measured: 60_000 },
    ]);
    const look = 'GetQueryExecution';
    expect(names()).toEqual(['StartQueryExecution', look, look, look, 'GetQueryResults']);
    const [order] = bodies('StartQueryExecution');
    expect(order).toMatchObject({
      QueryExecutionContext: { Database: 'logs', Catalog: 'Lake' },
      WorkGroup: 'sre',
      ResultConfiguration: { OutputLocation: 's3://answers/' },
    });
    expect(order.QueryString).toContain(
      'FROM "alb_lines" WHERE "day" BETWEEN \'2026/10/04\' AND \'2026/10/05\'',
    );
    expect(order.QueryString).toContain(`minute >= '${first}' AND minute < '2026-10-04T00:04:00Z'`);
    expect(bodies('GetQueryResults')).toMatchObject([{ QueryExecutionId: 'q-1' }]);
  });

  it('reads every page, and takes the names of columns for a row only once', async () => {
    const { source, bodies } = await facing({
      GetQueryResults: [
        results([row(...columns), row(first, '1', '1', '0', '0', '0')], 'more'),
        results([], 'last'),
        results([
          row('2026-10-04T00:02:00Z', '2', '0', '2', '0', '0'),
          row(null, '0', '0', '0', '0', '9'),
        ]),
      ],
    });
    expect(await source.read(span)).toMatchObject([
      { minute: from, good: 1, bad: 0 },
      { minute: from + 1, good: 0, bad: 2 },
    ]);
    expect(bodies('GetQueryResults').map(({ NextToken }) => NextToken)).toEqual([
      undefined,
      'more',
      'last',
    ]);
  });

  it('asks nothing of minutes that have not ended', async () => {
    const { source, names } = await facing({}, { now: () => (from + 0.9) * 60_000 });
    expect(await source.read(span)).toEqual([]);
    expect(names()).toEqual([]);
  });

  const reason = (StateChangeReason: string, AthenaError: object = { ErrorCategory: 2 }) => ({
    StateChangeReason,
    AthenaError,
  });
  it.each([
    [
      'FAILED',
      reason('SYNTAX_ERROR: line 1:8: Table awsdatacatalog.logs.x does not exist'),
      'refused',
    ],
    ['FAILED', reason('Permission denied on S3 path: Access Denied'), 'denied'],
    ['FAILED', reason('User: arn is not authorized to perform: glue:GetTable'), 'denied'],
    ['FAILED', reason('GENERIC_INTERNAL_ERROR', { ErrorCategory: 1 }), 'unreachable'],
    ['FAILED', reason('Please reduce', { ErrorCategory: 3, Retryable: true }), 'unreachable'],
    ['FAILED', reason('Query exhausted resources at this scale factor'), 'limited'],
    ['FAILED', {}, 'refused'],
    ['CANCELLED', {}, 'unreachable'],
  ])('says why a query ended as %s: %j', async (ended, more, code) => {
    const { source } = await facing({ GetQueryExecution: [state(ended, more)] });
    await expect(source.read(span)).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it.each([
    ['StartQueryExecution', jsonError(400, 'TooManyRequestsException'), 'limited'],
    ['StartQueryExecution', jsonError(400, 'InvalidRequestException'), 'refused'],
    ['StartQueryExecution', jsonError(400, 'AccessDeniedException'), 'denied'],
    ['GetQueryExecution', jsonError(500, 'InternalServerException'), 'unreachable'],
    ['GetQueryExecution', reset, 'unreachable'],
    ['GetQueryExecution', json(200, {}), 'bad-answer'],
    [
      'GetQueryResults',
      results([row(...columns), row('now', '1', '1', '0', '0', '0')]),
      'bad-answer',
    ],
    [
      'GetQueryResults',
      results([row(...columns), row(first, '1', 'x', '0', '0', '0')]),
      'bad-answer',
    ],
    ['GetQueryResults', results([], 'again'), 'bad-answer'],
  ])('says what it means when %s is answered badly', async (name, answer, code) => {
    const { source } = await facing({ [name]: [answer] });
    await expect(source.read(span)).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('stops a query that takes too long, for it costs', async () => {
    const { source, bodies } = await facing(
      { GetQueryExecution: [state('RUNNING')] },
      { queryTimeoutMs: 5 },
    );
    await expect(source.read(span)).rejects.toMatchObject({ code: 'unreachable' });
    expect(bodies('StopQueryExecution')).toEqual([{ QueryExecutionId: 'q-1' }]);
  });

  it('gives up on a call that is not answered', async () => {
    const { source } = await facing({ StartQueryExecution: [hang] }, { timeoutMs: 30 });
    await expect(source.read(span)).rejects.toMatchObject({
      name: 'SourceError',
      code: 'unreachable',
    });
  });

  it('stops the query, and ends with the reason given, when nobody waits any more', async () => {
    const stop = new AbortController();
    const why = new Error('shutting down');
    const running = state('RUNNING');
    const leave: Answer = (response, call) => {
      running(response, call);
      response.once('close', () => stop.abort(why));
    };
    const { source, names } = await facing({ GetQueryExecution: [leave] }, { pollMs: 60_000 });
    await expect(source.read(span, { signal: stop.signal })).rejects.toBe(why);
    expect(names().at(-1)).toBe('StopQueryExecution');
  });
});
