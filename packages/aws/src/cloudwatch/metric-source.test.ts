import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  json,
  jsonError,
  reset,
  startScriptedAws,
} from '../../test/judges/scripted-aws.ts';
import type { CloudWatchSli } from './declaration.ts';
import { type CloudWatchSourceOptions, createCloudWatchSource } from './metric-source.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Request {
  readonly MetricDataQueries: {
    readonly Id: string;
    readonly MetricStat: {
      readonly Metric: { readonly MetricName: string };
      readonly Period: number;
      readonly Stat: string;
    };
  }[];
  readonly StartTime: number;
  readonly EndTime: number;
  readonly NextToken?: string;
}

const DAY = 1440;
const NOW = Date.UTC(2026, 9, 4, 12, 0, 30);
const nowMinute = Math.floor(NOW / 60_000);
const metric = (name: string) => ({ namespace: 'AWS/ApplicationELB', name });
const failures: CloudWatchSli = {
  kind: 'counts',
  total: [metric('Requests')],
  bad: [metric('Elb5xx'), metric('Target5xx')],
};

/** A CloudWatch that answers each request as told. */
async function facing(
  sli: CloudWatchSli,
  answer: (request: Request) => Answer,
  more: Partial<CloudWatchSourceOptions> = {},
) {
  const aws = await startScriptedAws(({ body }) => answer(JSON.parse(body) as Request));
  const source = createCloudWatchSource({
    ...{ region: 'ap-northeast-1', endpoint: aws.endpoint, sli, now: () => NOW },
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    ...more,
  });
  open.push(source, aws);
  const asked = () => aws.calls.map(({ body }) => JSON.parse(body) as Request);
  return { source, asked };
}

/** Points by the metric's name: minute and value. */
type Points = Readonly<Record<string, readonly (readonly [number, number])[]>>;

const results = (
  { MetricDataQueries }: Request,
  points: Points,
  more: { status?: string; next?: string } = {},
) =>
  json(200, {
    MetricDataResults: MetricDataQueries.map(({ Id, MetricStat }) => {
      const named = points[MetricStat.Stat] ?? points[MetricStat.Metric.MetricName] ?? [];
      return {
        Id,
        Label: 'l',
        Timestamps: named.map(([minute]) => minute * 60),
        Values: named.map(([, value]) => value),
        StatusCode: more.status ?? 'Complete',
      };
    }),
    ...(more.next === undefined ? {} : { NextToken: more.next }),
  });

const recent = nowMinute - 10;

describe('minutes of CloudWatch', () => {
  it('add up metrics, take an absent failure as none, and an absent minute as not measured', async () => {
    const points: Points = {
      Requests: [
        [recent, 100],
        [recent + 1, 50],
      ],
      Elb5xx: [
        [recent, 2],
        [recent + 3, 7],
      ],
      Target5xx: [[recent, 3]],
    };
    const { source, asked } = await facing(failures, (request) => results(request, points));
    const minutes = await source.read({ from: recent, to: recent + 5 });
    expect(minutes.map(({ minute, good, bad }) => [minute - recent, good, bad])).toEqual([
      [0, 95, 5],
      [1, 50, 0],
      // No target took a request, and the load balancer refused them all.
      [3, 0, 7],
    ]);
    expect(asked()).toMatchObject([{ StartTime: recent * 60, EndTime: (recent + 5) * 60 }]);
    expect(asked()[0]?.MetricDataQueries.map(({ MetricStat }) => MetricStat.Stat)).toEqual([
      'Sum',
      'Sum',
      'Sum',
    ]);
  });

  it('are idle where they are absent, when that was declared', async () => {
    const { source } = await facing(failures, (request) => results(request, {}), {
      whenAbsent: 'idle',
    });
    const minutes = await source.read({ from: recent, to: recent + 2 });
    expect(minutes).toMatchObject([
      { good: 0, bad: 0, measured: 60_000 },
      { good: 0, bad: 0 },
    ]);
  });

  it('are read over all pages, of which only the last says whether they were all', async () => {
    const { source, asked } = await facing(failures, (request) =>
      request.NextToken === undefined
        ? results(request, { Requests: [[recent, 1]] }, { status: 'PartialData', next: 'two' })
        : results(request, { Requests: [[recent + 1, 2]] }),
    );
    const minutes = await source.read({ from: recent, to: recent + 3 });
    expect(minutes.map(({ good }) => good)).toEqual([1, 2]);
    expect(asked()).toHaveLength(2);
  });

  it('ask at most 500 statistics in a call', async () => {
    const total = Array.from({ length: 700 }, (_, index) => metric(`m${index}`));
    const { source, asked } = await facing({ kind: 'counts', total, bad: [] }, (request) =>
      results(request, { m0: [[recent, 1]], m600: [[recent, 4]] }),
    );
    expect(await source.read({ from: recent, to: recent + 1 })).toMatchObject([
      { good: 5, bad: 0 },
    ]);
    expect(asked().map(({ MetricDataQueries }) => MetricDataQueries.length)).toEqual([500, 200]);
  });

  it('come of coarser points where finer ones are kept no more, and of none beyond', async () => {
    const old = Math.floor((nowMinute - 20 * DAY) / 60) * 60;
    const older = Math.floor((nowMinute - 100 * DAY) / 60) * 60;
    const points: Points = {
      Requests: [
        [old, 12],
        [older, 61],
      ],
    };
    const { source, asked } = await facing(failures, (request) => results(request, points));
    const periods = () => asked().map(({ MetricDataQueries: [first] }) => first?.MetricStat.Period);

    const days = await source.read({ from: old + 1, to: old + 4 });
    expect(days.map(({ good, measured }) => [good, measured])).toEqual([
      [2, 60_000],
      [3, 60_000],
      [2, 60_000],
    ]);
    expect(asked()[0]).toMatchObject({ StartTime: old * 60, EndTime: (old + 5) * 60 });

    const months = await source.read({ from: older, to: older + 60 });
    expect(months.map(({ good }) => good).reduce((sum, good) => sum + good, 0)).toBe(61);
    expect(await source.read({ from: nowMinute - 500 * DAY, to: nowMinute - 499 * DAY })).toEqual(
      [],
    );
    expect(periods()).toEqual([300, 3600]);
  });

  it('are cut where points of a minute end, and each is given once', async () => {
    const { source, asked } = await facing(failures, (request) => results(request, {}), {
      whenAbsent: 'idle',
    });
    const from = nowMinute - 15 * DAY - 30;
    const minutes = await source.read({ from, to: from + 3 * 60 });
    expect(minutes.map(({ minute }) => minute)).toEqual(
      Array.from({ length: 180 }, (_, at) => from + at),
    );
    expect(asked().map(({ MetricDataQueries: [first] }) => first?.MetricStat.Period)).toEqual([
      300, 60,
    ]);
  });

  it('of a latency are samples and the share of them up to the threshold', async () => {
    const sli: CloudWatchSli = { kind: 'latency', metric: metric('Time'), atMost: 0.3 };
    const points = {
      SampleCount: [
        [recent, 200],
        [recent + 1, 5],
      ],
      'PR(:0.3)': [[recent, 98.5]],
    } as const;
    const { source } = await facing(sli, (request) => results(request, points));
    // The second minute has no rank: it was sent as sums, of which CloudWatch knows no samples.
    expect(await source.read({ from: recent, to: recent + 3 })).toMatchObject([
      { good: 197, bad: 3 },
    ]);
  });

  it('wait for the end of a period', async () => {
    const points: Points = {
      Requests: [
        [nowMinute - 5, 10],
        [nowMinute, 9],
      ],
    };
    const { source } = await facing(failures, (request) => results(request, points), {
      periodSeconds: 300,
      now: () => NOW + 120_000,
    });
    const minutes = await source.read({ from: nowMinute - 5, to: nowMinute + 9 });
    expect(minutes.map(({ minute }) => minute - nowMinute)).toEqual([-5, -4, -3, -2, -1]);
  });

  it.each<[string, (request: Request) => Answer, string]>([
    [
      'an internal error',
      (request) => results(request, {}, { status: 'InternalError' }),
      'unreachable',
    ],
    ['partial data', (request) => results(request, {}, { status: 'PartialData' }), 'unreachable'],
    [
      'a metric that is forbidden',
      (request) => results(request, {}, { status: 'Forbidden' }),
      'denied',
    ],
    [
      'a page that leads to itself',
      (request) => results(request, {}, { next: 'again' }),
      'bad-answer',
    ],
    ['a negative count', (request) => results(request, { Requests: [[recent, -1]] }), 'bad-answer'],
    [
      'a result that was not asked',
      () => json(200, { MetricDataResults: [{ Id: 'x9' }] }),
      'bad-answer',
    ],
    ['no right to read', () => jsonError(403, 'AccessDenied'), 'denied'],
    ['a query that is wrong', () => jsonError(400, 'ValidationError'), 'refused'],
    ['too many calls', () => jsonError(400, 'Throttling'), 'limited'],
    ['a cut connection', () => reset, 'unreachable'],
  ])('fail on %s', { timeout: 60_000 }, async (_, answer, code) => {
    const { source } = await facing(failures, answer);
    const failed = source.read({ from: recent, to: recent + 1 });
    await expect(failed).rejects.toMatchObject({ name: 'SourceError', code });
  });
});
