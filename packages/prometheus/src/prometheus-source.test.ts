import { afterEach, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Asked,
  type Said,
  startAnswering,
} from '../../../test/support/answering-server.ts';
import {
  createPrometheusSource,
  type PrometheusSli,
  type PrometheusSourceOptions,
} from './index.ts';

const open: AnsweringServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A server that answers each query as told. */
async function facing(answer: (query: string) => Said) {
  const queryOf = ({ body }: Asked) => new URLSearchParams(body).get('query') ?? '';
  const server = await startAnswering((asked) => answer(queryOf(asked)));
  open.push(server);
  return { ...server, url: `${server.url}/tenant`, queries: () => server.asked.map(queryOf) };
}

const sli: PrometheusSli = { kind: 'counters', total: 'all', bad: 'failed' };
const span = { from: 1000, to: 1010 };
const read = (url: string, more: Partial<PrometheusSourceOptions> = {}) =>
  createPrometheusSource({ url, sli, now: () => 2000 * 60_000, ...more }).read(span);

const matrix = (result: unknown, more: object = {}) => ({
  body: { status: 'success', data: { resultType: 'matrix', result }, ...more },
});
const series = (values: readonly (readonly [number, unknown])[], metric: object = {}) => ({
  metric: { instance: 'a', ...metric },
  values,
});
const at = (minute: number) => minute * 60;

describe('a Prometheus source', () => {
  it('asks below the path of its URL, with the headers and the token given', async () => {
    const { url, asked, queries } = await facing(() => matrix([]));
    await read(url, { bearer: 'secret', headers: { 'x-scope-orgid': 'shop' } });
    expect(asked).toMatchObject([
      {
        path: '/tenant/api/v1/query',
        headers: { authorization: 'Bearer secret', 'x-scope-orgid': 'shop' },
      },
    ]);
    expect(queries()).toEqual(['all[1200000ms]']);
  });

  it('asks nothing of minutes that have not ended', async () => {
    const { url, asked } = await facing(() => matrix([]));
    expect(await read(url, { now: () => 1000.9 * 60_000 })).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('takes a series that appears on a target seen before as begun at nothing', async () => {
    const { url } = await facing((query) =>
      query.startsWith('all')
        ? matrix([
            series([
              [at(1001), '100'],
              [at(1002), '103'],
              [at(1003), '104'],
            ]),
          ])
        : matrix([series([[at(1003), '1']], { code: '500' })]),
    );
    expect(await read(url)).toMatchObject([
      { minute: 1001, good: 3, bad: 0, measured: 60_000 },
      { minute: 1002, good: 0, bad: 1, measured: 60_000 },
    ]);
  });

  it('counts clients’ own errors from the first one on and over a reset, and no more than events', async () => {
    const all = series([
      [at(1001), '100'],
      [at(1002), '130'],
      [at(1003), '160'],
      [at(1004), '7'],
      [at(1005), '9'],
    ]);
    const clients = series([
      [at(1003), '25'],
      [at(1004), '4'],
      [at(1005), '99'],
    ]);
    const answers: Readonly<Record<string, unknown>> = { all, clients };
    const { url } = await facing((query) => {
      const found = answers[query.split('[')[0] ?? ''];
      return matrix(found === undefined ? [] : [found]);
    });
    const beside = async (clientErrors: string) =>
      (await read(url, { sli: { ...sli, clientErrors } })).map((minute) => [
        ...[minute.minute, minute.good, minute.clientErrors, minute.measured],
      ]);
    expect(await beside('clients')).toEqual([
      [1001, 30, 0, 60_000],
      [1002, 30, 25, 60_000],
      [1003, 7, 4, 60_000],
      [1004, 2, 2, 60_000],
    ]);
    expect((await beside('absent')).map(([, , errors, measured]) => [errors, measured])).toEqual(
      Array.from({ length: 4 }, () => [0, 60_000]),
    );
  });

  it('does not count what a target had counted before it was first seen', async () => {
    const { url } = await facing((query) =>
      matrix(
        query.startsWith('all')
          ? [
              series([
                [at(1001), '1000000'],
                [at(1002), '1000001'],
              ]),
            ]
          : [],
      ),
    );
    expect(await read(url)).toMatchObject([{ minute: 1001, good: 1, bad: 0 }]);
  });

  it('measures a minute by half where one of two targets missed it', async () => {
    const { url } = await facing((query) =>
      matrix(
        query.startsWith('all')
          ? [
              series([
                [at(1000), '0'],
                [at(1001), '1'],
                [at(1002), '2'],
              ]),
              series(
                [
                  [at(1000), '0'],
                  [at(1002), '8'],
                ],
                { instance: 'b' },
              ),
            ]
          : [],
      ),
    );
    expect(await read(url)).toMatchObject([
      { minute: 1000, good: 5, measured: 45_000 },
      { minute: 1001, good: 5, measured: 45_000 },
    ]);
  });

  it('halves its pages down to a minute, and then gives up with the server’s word', async () => {
    const body = { status: 'error', errorType: 'execution', error: 'too many samples' };
    const { url, queries } = await facing(() => ({ status: 422, body }));
    const message = expect.stringContaining('too many samples');
    await expect(read(url)).rejects.toMatchObject({ code: 'refused', message });
    expect(queries()).toEqual([
      'all[1200000ms]',
      'all[900000ms]',
      'all[720000ms]',
      'all[660000ms]',
    ]);
  });

  it('does not ask again at once when there were too many requests', async () => {
    const { url, asked } = await facing(() => ({ status: 429, body: 'rate limit' }));
    await expect(read(url)).rejects.toMatchObject({ code: 'limited' });
    expect(asked).toHaveLength(1);
  });

  it('does not take an incomplete answer for all there is', async () => {
    const { url } = await facing(() => matrix([], { warnings: ['store b: no answer'] }));
    const message = expect.stringContaining('store b');
    await expect(read(url)).rejects.toMatchObject({ code: 'unreachable', message });
  });

  it.each([
    ['a number', '7'],
    ['a vector', '{"status":"success","data":{"resultType":"vector","result":[]}}'],
    ['an error in a good status', '{"status":"error","error":"x"}'],
    ['samples of another form', JSON.stringify(matrix([series([[1, 2]])]).body)],
    ['a page for people', '<html>Sign in</html>'],
  ])('calls %s a bad answer', async (_, body) => {
    const { url } = await facing(() => ({ body }));
    await expect(read(url)).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('leaves out samples that are no numbers, and puts the others in order', async () => {
    const { url } = await facing((query) =>
      matrix(
        query.startsWith('all')
          ? [
              series([
                [at(1002), '9'],
                [at(1001), '4'],
                [at(1001.5), 'NaN'],
                [1e300, '+Inf'],
                [at(1001), '5'],
              ]),
            ]
          : [],
      ),
    );
    expect(await read(url)).toMatchObject([{ minute: 1001, good: 4 }]);
  });

  it('refuses a URL with a password, and does not repeat it', async () => {
    const failed = await read('https://ops:hush@prometheus.example/').catch(
      (error: Error) => error,
    );
    expect(failed).toMatchObject({ code: 'refused' });
    expect(String(failed)).not.toContain('hush');
  });
});
