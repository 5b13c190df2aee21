import { afterEach, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Asked,
  type Said,
  startAnswering,
} from '../../../test/support/answering-server.ts';
import { createDatadogSource, type DatadogSourceOptions } from './index.ts';

const open: AnsweringServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const sli = { total: 'sum:shop.requests{env:prod}', bad: 'sum:shop.failures{env:prod}' };
const SUFFIX = '.as_count().rollup(sum, 60)';

async function facing(answer: (asked: Asked) => Said, more: Partial<DatadogSourceOptions> = {}) {
  const server = await startAnswering(answer);
  open.push(server);
  const source = createDatadogSource({
    ...{ site: 'datadoghq.eu', apiKey: 'api', applicationKey: 'app', url: `${server.url}/` },
    ...{ sli, now: () => 1e6 * 60_000 },
    ...more,
  });
  return { source, asked: server.asked };
}

type Series = Readonly<Record<string, readonly (readonly [number, number | null])[]>>;

/** The answer in the form that Datadog documents. */
const said =
  (points: Series, interval = 60) =>
  ({ query }: Asked): Said => {
    const text = query.get('query') ?? '';
    const pointlist = points[text.replace(SUFFIX, '')];
    const series = pointlist && {
      ...{ aggr: 'sum', attributes: {}, display_name: 'shop', expression: text, interval },
      ...{
        length: pointlist.length,
        metric: 'shop',
        query_index: 0,
        scope: 'env:prod',
        tag_set: [],
      },
      pointlist: pointlist.map(([minute, value]) => [minute * 60_000, value]),
      unit: null,
    };
    return {
      body: {
        ...{ status: 'ok', res_type: 'time_series', resp_version: 1, query: text, group_by: [] },
        ...{ from_date: 0, to_date: 1, message: '', values: [], times: [] },
        series: series === undefined ? [] : [series],
      },
    };
  };

describe('minutes of Datadog', () => {
  it('are its counts, an absent failure none, an absent minute not measured', async () => {
    const { source, asked } = await facing(
      said({
        [sli.total]: [
          [10, 5],
          [11, null],
          [13, 2],
        ],
        [sli.bad]: [
          [10, 1],
          [12, 4],
        ],
      }),
    );
    const minutes = await source.read({ from: 10, to: 20 });
    expect(minutes.map(({ minute, good, bad, measured }) => [minute, good, bad, measured])).toEqual(
      [
        [10, 4, 1, 60_000],
        [12, 0, 4, 60_000],
        [13, 2, 0, 60_000],
      ],
    );
    expect(
      asked.map(({ query }) => [query.get('query'), query.get('from'), query.get('to')]),
    ).toEqual([
      [sli.total + SUFFIX, '600', '1200'],
      [sli.bad + SUFFIX, '600', '1200'],
    ]);
    expect(asked[0]).toMatchObject({
      ...{ method: 'GET', path: '/api/v1/query' },
      headers: { 'dd-api-key': 'api', 'dd-application-key': 'app' },
    });
  });

  it('are idle where they are absent, when that was declared', async () => {
    const { source } = await facing(said({}), { whenAbsent: 'idle' });
    expect(await source.read({ from: 1, to: 3 })).toMatchObject([
      { good: 0, bad: 0, measured: 60_000 },
      {},
    ]);
  });

  it('are asked for a day at a time, as more would come coarser', async () => {
    const { source, asked } = await facing(said({}));
    await source.read({ from: 0, to: 3000 });
    const spans = asked.map(({ query }) => Number(query.get('to')) - Number(query.get('from')));
    expect(Math.max(...spans)).toBe(1440 * 60);
    expect(asked).toHaveLength(6);
  });

  it('are asked for in shorter spans where they came coarser', async () => {
    const { source, asked } = await facing((one) => {
      const minutes = (Number(one.query.get('to')) - Number(one.query.get('from'))) / 60;
      return said(
        {
          [sli.total]: [
            [0, 1],
            [700, 1],
          ],
        },
        minutes > 400 ? 300 : 60,
      )(one);
    });
    expect((await source.read({ from: 0, to: 720 })).map(({ minute }) => minute)).toEqual([0, 700]);
    expect(asked.length).toBeGreaterThan(2);
  });

  it('are refused where Datadog has no minutes', async () => {
    const { source } = await facing(said({ [sli.total]: [[0, 1]] }, 3600));
    await expect(source.read({ from: 0, to: 720 })).rejects.toMatchObject({ code: 'refused' });
  });

  it('tell how long to wait when there were too many requests', async () => {
    const headers = {
      'x-ratelimit-limit': '1600',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '23',
    };
    const { source } = await facing(() => ({
      status: 429,
      headers,
      body: { errors: ['Rate limit'] },
    }));
    const wait = { code: 'limited', retryAfterSeconds: 23 };
    await expect(source.read({ from: 0, to: 1 })).rejects.toMatchObject(wait);
  });

  it.each<[string, Said, string]>([
    ['a query that failed', { body: { status: 'error', error: 'Error parsing query' } }, 'refused'],
    ['a key without the right', { status: 403, body: { errors: ['Forbidden'] } }, 'denied'],
    ['its own failure', { status: 500, body: '' }, 'unreachable'],
    [
      'points of another form',
      { body: { status: 'ok', series: [{ pointlist: [['now', 1]] }] } },
      'bad-answer',
    ],
    [
      'a negative count',
      { body: { status: 'ok', series: [{ pointlist: [[0, -1]] }] } },
      'bad-answer',
    ],
    ['a list', { body: [] }, 'bad-answer'],
  ])('fail on %s', async (_, answer, code) => {
    const { source } = await facing(() => answer);
    const failed = source.read({ from: 0, to: 1 });
    await expect(failed).rejects.toMatchObject({ name: 'SourceError', code });
  });
});

describe('a source of Datadog', () => {
  const make = (more: Partial<DatadogSourceOptions>) =>
    createDatadogSource({
      site: 'datadoghq.com',
      apiKey: 'a',
      applicationKey: 'b',
      sli,
      now: () => 0,
      ...more,
    });

  it('asks the site’s own host', async () => {
    const hosts: string[] = [];
    const spy: typeof fetch = (url) => {
      hosts.push((url as URL).host);
      return Promise.resolve(new Response('{"status":"ok"}'));
    };
    for (const site of [
      'datadoghq.com',
      'datadoghq.eu',
      'ap1.datadoghq.com',
      'app.datadoghq.com',
      'us2.ddog-gov.com',
    ])
      await make({ site, fetch: spy, now: () => 9e9 }).read({ from: 0, to: 1 });
    expect([...new Set(hosts)]).toEqual([
      'api.datadoghq.com',
      'api.datadoghq.eu',
      'api.ap1.datadoghq.com',
      'api.us2.ddog-gov.com',
    ]);
  });

  it.each(['evil.example', 'datadoghq.com.evil.example', 'datadoghq.com/@evil'])(
    'takes its keys nowhere else, such as %s',
    (site) => expect(() => make({ site })).toThrow('no site of Datadog'),
  );

  it.each(['sum:a{*}.as_rate()', 'sum:a{*}.rollup(avg, 300)', 'anomalies(sum:a{*})'])(
    'refuses %s, which counts in its own way',
    (total) => expect(() => make({ sli: { total, bad: 'sum:b{*}' } })).toThrow('without functions'),
  );
});
