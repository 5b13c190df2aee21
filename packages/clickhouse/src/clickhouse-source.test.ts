import { createServer } from 'node:http';
import { SourceError } from '@sekisho/core/sources';
import { defaultSli, formats, type LogFormat } from '@sekisho/counting';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Asked,
  type Said,
  startAnswering,
} from '../../../test/support/answering-server.ts';
import { type ClickhouseSourceOptions, createClickhouseSource } from './index.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const alb = formats.alb as LogFormat;
const from = Date.UTC(2026, 9, 4, 0, 1) / 60_000;
const span = { from, to: from + 3 };
const row = (minute: string | null, more: object = {}) => ({
  minute,
  total: 3,
  good: 2,
  bad: 1,
  excluded: 0,
  unparsed: 0,
  ...more,
});
const rows = (...data: readonly object[]): Said => ({
  body: { meta: [], data, rows: data.length },
});
const first = '2026-10-04T00:01:00Z';

async function facing(
  answer: (asked: Asked) => Said,
  more: Partial<ClickhouseSourceOptions> = {},
): Promise<{ server: AnsweringServer; source: ReturnType<typeof createClickhouseSource> }> {
  const server = await startAnswering(answer);
  const source = createClickhouseSource({
    url: server.url,
    format: alb,
    sli: defaultSli,
    table: { name: 'logs.alb' },
    now: () => (from + 100) * 60_000,
    ...more,
  });
  open.push(server, source);
  return { server, source };
}

const failing = (code: number, type: string, status = 500): Said => ({
  status,
  headers: { 'x-clickhouse-exception-code': String(code) },
  body: `Code: ${code}. DB::Exception: no. (${type}) (version 26.7.2.1)\n`,
});

describe('a ClickHouse source', () => {
  it('asks for the minutes of a span as the user and database given, and for no answer before the end', async () => {
    const { server, source } = await facing(
      () =>
        rows(
          row(first),
          row('2026-10-04T00:03:00Z', { bad: '7', excluded: 1 }),
          row(null, { good: 0, bad: 0, unparsed: '4' }),
        ),
      { username: 'reader', password: 'secret', database: 'ops' },
    );
    expect(await source.read(span)).toEqual([
      { minute: from, good: 2, bad: 1, excluded: 0, clientErrors: 0, measured: 60_000 },
      { minute: from + 2, good: 2, bad: 7, excluded: 1, clientErrors: 0, measured: 60_000 },
    ]);
    const [asked] = server.asked;
    expect(asked?.body).toContain('FROM `logs`.`alb`');
    expect(asked?.body).toContain(`minute >= '${first}' AND minute < '2026-10-04T00:04:00Z'`);
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject({
      database: 'ops',
      wait_end_of_query: '1',
    });
    const basic = Buffer.from('reader:secret').toString('base64');
    expect(asked?.headers.authorization).toBe(`Basic ${basic}`);
  });

  it('asks nothing of minutes that have not ended', async () => {
    const { server, source } = await facing(() => ({ body: '' }), {
      now: () => (from + 0.9) * 60_000,
    });
    expect(await source.read(span)).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('counts nothing of minutes that were not asked for, and answers in order of time', async () => {
    const times = ['2026-10-04T00:02:00Z', first, '2026-10-04T00:00:00Z', '2026-10-04T00:04:00Z'];
    const { source } = await facing(() => rows(...times.map((at) => row(at))));
    expect((await source.read(span)).map(({ minute }) => minute)).toEqual([from, from + 1]);
  });

  it.each([
    [516, 'AUTHENTICATION_FAILED', 'denied'],
    [497, 'ACCESS_DENIED', 'denied'],
    [202, 'TOO_MANY_SIMULTANEOUS_QUERIES', 'limited'],
    [159, 'TIMEOUT_EXCEEDED', 'unreachable'],
    [241, 'MEMORY_LIMIT_EXCEEDED', 'unreachable'],
    [60, 'UNKNOWN_TABLE', 'refused'],
    [62, 'SYNTAX_ERROR', 'refused'],
  ])('says what the error %i %s means: %s', async (code, type, meaning) => {
    const { source } = await facing(() => failing(code, type));
    const error: unknown = await source.read(span).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ code: meaning, message: expect.stringContaining(type) });
  });

  it.each([
    ["a proxy's page", { status: 502, body: '<html>Bad Gateway</html>' }, 'unreachable'],
    ['what is no JSON', { body: '<html></html>' }, 'bad-answer'],
    ['an answer that is cut short', { body: '{"data":[' }, 'bad-answer'],
    ['an answer without rows', { body: '{}' }, 'bad-answer'],
    ['a count that is none', rows(row(first, { good: -1 })), 'bad-answer'],
    [
      'a count that is too great to be exact',
      rows(row(first, { good: '9007199254740993' })),
      'bad-answer',
    ],
    ['a minute that is none', rows(row('yesterday')), 'bad-answer'],
    ['a row without counts', rows({ minute: null }), 'bad-answer'],
  ])('says so when it is given %s', async (_, said, code) => {
    const { source } = await facing(() => said);
    await expect(source.read(span)).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('gives up on a server that is not there, and never tells the password', async () => {
    const { server, source } = await facing(() => ({}), { username: 'reader', password: 'secret' });
    await server.close();
    const error: unknown = await source.read(span).catch((each: unknown) => each);
    expect(error).toMatchObject({ name: 'SourceError', code: 'unreachable' });
    expect(String(error)).not.toContain('secret');
  });
});

describe('a ClickHouse source that is not answered', () => {
  /** Takes a question and says nothing; tells when it was asked. */
  async function silent() {
    const { promise, resolve } = Promise.withResolvers<void>();
    const server = createServer(() => resolve());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push({
      close: () =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        }),
    });
    const { port } = server.address() as { port: number };
    return { url: `http://127.0.0.1:${port}`, asked: promise };
  }
  const sourceAt = (url: string, timeoutMs: number) => {
    const source = createClickhouseSource({
      url,
      timeoutMs,
      format: alb,
      sli: defaultSli,
      table: { name: 't' },
    });
    open.push(source);
    return source;
  };

  it('gives up after its time', async () => {
    const { url } = await silent();
    const reading = sourceAt(url, 50).read(span);
    await expect(reading).rejects.toMatchObject({ name: 'SourceError', code: 'unreachable' });
  });

  it('ends at once, with the reason given, when nobody waits any more', async () => {
    const { url, asked } = await silent();
    const stop = new AbortController();
    const reading = sourceAt(url, 60_000).read(span, { signal: stop.signal });
    const told = reading.catch((error: unknown) => error);
    await asked;
    const reason = new Error('shutting down');
    stop.abort(reason);
    expect(await told).toBe(reason);
  });
});
