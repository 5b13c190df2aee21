import {
  type CloudWatchClient,
  GetMetricDataCommand,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import { type Minute, minuteOf, SourceError } from '@sekisho/core/sources';
import { z } from 'zod';
import { chunks } from '../chunks.ts';
import { type Asking, askSource } from '../sources/ask-source.ts';
import type { Metric } from './declaration.ts';
import { dateOf, type Stretch } from './periods.ts';

export const actions = ['cloudwatch:GetMetricData'] as const;

/** Source: CloudWatch API reference, GetMetricData. */
const QUERIES_OF_A_CALL = 500;

/** A statistic of a metric, such as `Sum` or `PR(:0.3)`. */
export interface Wanted {
  readonly metric: Metric;
  readonly stat: string;
}

const answer = z.object({
  MetricDataResults: z
    .array(
      z.object({
        Id: z.string(),
        Timestamps: z.array(z.date()).optional(),
        Values: z.array(z.number()).optional(),
        StatusCode: z.string().optional(),
      }),
    )
    .optional(),
  NextToken: z.string().optional(),
});
type Answer = z.infer<typeof answer>;

/**
 * The points of each statistic, by the minute in which their period begins. No point, no entry: no
 * metric math fills gaps.
 * @throws {SourceError} also when CloudWatch says that it could not give all
 */
export async function metricData(
  client: CloudWatchClient,
  asking: Asking,
  wanted: readonly Wanted[],
  stretch: Stretch,
): Promise<readonly ReadonlyMap<Minute, number>[]> {
  const points = wanted.map(() => new Map<Minute, number>());
  const queries = wanted.map((each, index) => queryOf(each, index, stretch.period));
  for (const some of chunks(queries, QUERIES_OF_A_CALL))
    await readPages(client, asking, some, stretch, points);
  return points;
}

async function readPages(
  client: CloudWatchClient,
  asking: Asking,
  queries: readonly MetricDataQuery[],
  { span }: Stretch,
  points: readonly Map<Minute, number>[],
): Promise<void> {
  const status = new Map<string, string>();
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const command = new GetMetricDataCommand({
      MetricDataQueries: [...queries],
      StartTime: dateOf(span.from),
      EndTime: dateOf(span.to),
      ScanBy: 'TimestampAscending',
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await askSource(asking, answer, (send) => client.send(command, send));
    take(page, points, status);
    token = page.NextToken || undefined;
    if (token !== undefined && seen.has(token))
      throw new SourceError('bad-answer', 'CloudWatch gave the same page twice');
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  for (const code of status.values()) judge(code);
}

function take(
  page: Answer,
  points: readonly Map<Minute, number>[],
  status: Map<string, string>,
): void {
  for (const { Id, Timestamps = [], Values = [], StatusCode = '' } of page.MetricDataResults ??
    []) {
    const held = points[Number(Id.slice(1))];
    if (held === undefined || Timestamps.length !== Values.length)
      throw new SourceError('bad-answer', 'CloudWatch gave points without times, or unasked ones');
    // Of several pages the last one’s word counts: until then there is always more to come.
    status.set(Id, StatusCode);
    for (const [index, time] of Timestamps.entries()) {
      const value = Values[index] ?? Number.NaN;
      if (!Number.isFinite(value) || value < 0)
        throw new SourceError('bad-answer', 'CloudWatch gave a count below nothing');
      held.set(minuteOf(time.getTime()), value);
    }
  }
}

/** Source: CloudWatch API reference, MetricDataResult: Complete, InternalError, PartialData, Forbidden. */
function judge(code: string): void {
  if (code === 'Complete') return;
  if (code === 'Forbidden')
    throw new SourceError('denied', 'these credentials may not read the metric');
  throw new SourceError('unreachable', `CloudWatch could not give all points (${code})`);
}

function queryOf({ metric, stat }: Wanted, index: number, period: number): MetricDataQuery {
  const dimensions = Object.entries(metric.dimensions ?? {});
  return {
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: metric.namespace,
        MetricName: metric.name,
        Dimensions: dimensions.map(([Name, Value]) => ({ Name, Value })),
      },
      Period: period * 60,
      Stat: stat,
    },
  };
}
