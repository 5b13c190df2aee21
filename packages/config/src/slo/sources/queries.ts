import { z } from 'zod';
import { httpUrl } from '../../schema-fields.ts';
import type { SourceKind } from './connections.ts';

/*
 * What sources that have counted already can be asked, by the form in which OpenSLO says it:
 * `counted` is one of good and bad beside total, `raw` one metric that is good or bad by itself,
 * `threshold` one that is compared with the objective's value.
 */

/** Kinds whose lines are counted by an SLI over logs. */
export const logKinds = [
  's3-logs',
  'log-files',
  'cloudwatch-logs',
  'clickhouse',
  'athena',
] as const satisfies readonly SourceKind[];

type LogKind = (typeof logKinds)[number];

/** A kind whose answers are minutes, not events. */
export type MeasuredKind = Exclude<SourceKind, LogKind>;

export type QueryForm = 'counted' | 'raw' | 'threshold';

interface Queries {
  readonly counted?: z.ZodObject;
  readonly raw?: z.ZodObject;
  /** What a raw metric of this kind shows; both when unsaid. */
  readonly rawShows?: 'success' | 'failure';
  readonly threshold?: z.ZodObject;
}

const selector = z
  .string()
  .max(4000)
  .regex(
    /^\s*[a-zA-Z_:][a-zA-Z0-9_:]*\s*(\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})?\s*$/,
    'prometheus-selector',
  );
/** `queryType` is how openslo/v1alpha says which language it is. */
const promql = z.strictObject({ query: selector, queryType: z.literal('promql').optional() });
/** Clients' own errors are counted beside the budget: said once, with the events they are among. */
const countedPromql = promql.extend({ clientErrors: selector.optional() });
const text = z.string().min(1, 'query-text').max(4000, 'query-text');

/** Words of `ProbeTarget` and `Expectation` of `@sekisho/probe`. */
const status = z.int().min(100).max(599);
const probeQuery = z.strictObject({
  url: httpUrl,
  everySeconds: z.int().min(10).max(3600).default(60),
  method: z.enum(['GET', 'HEAD']).optional(),
  timeoutMs: z.int().min(100).max(60_000).optional(),
  redirects: z.int().min(0).max(10).optional(),
  statuses: z
    .array(z.tuple([status, status]))
    .min(1)
    .max(20)
    .optional(),
  bodyContains: text.optional(),
  withinMs: z.int().min(1).max(60_000).optional(),
  certificateDays: z.int().min(1).max(366).optional(),
});

const dimensions = z.record(z.string().min(1), z.string().min(1)).optional();
const awsMetric = z.strictObject({ namespace: text, name: text, dimensions });

export const queries: Readonly<Record<MeasuredKind, Queries>> = {
  prometheus: {
    counted: countedPromql,
    raw: promql,
    threshold: z.strictObject({
      query: selector.optional(),
      queryType: z.literal('promql').optional(),
      histogram: selector.optional(),
      form: z.enum(['classic', 'native']).optional(),
    }),
  },
  cloudwatch: {
    counted: z.strictObject({ metrics: z.array(awsMetric).min(1).max(100) }),
    threshold: awsMetric,
  },
  datadog: { counted: z.strictObject({ query: text }) },
  mackerel: {
    rawShows: 'failure',
    raw: z.strictObject({
      monitorIds: z.array(text).min(1).max(100),
      watchedSince: z.iso.datetime({ offset: true, error: 'moment' }),
      badStatuses: z
        .array(z.enum(['CRITICAL', 'WARNING', 'UNKNOWN']))
        .min(1)
        .optional(),
      longestAlertDays: z.int().min(1).max(366).optional(),
    }),
  },
  alarms: {
    rawShows: 'failure',
    raw: z.strictObject({ alarmName: text }),
  },
  probe: {
    rawShows: 'success',
    raw: probeQuery,
  },
  push: { rawShows: 'success', raw: z.strictObject({ service: text }) },
};

/** How people write what a kind can be asked, for a message. */
export const formsOf: Readonly<Record<MeasuredKind, readonly string[]>> = {
  prometheus: [
    'ratioMetric with total and good or bad, each spec { query: http_requests_total{job="shop"} }, and clientErrors: COUNTER beside the query of total if you like',
    'ratioMetric with raw { query: GAUGE_FROM_0_TO_1 }',
    'thresholdMetric { histogram: http_request_duration_seconds } or { query: GAUGE } with op and value',
  ],
  cloudwatch: [
    'ratioMetric with total and good or bad, each spec { metrics: [{ namespace, name, dimensions }] }',
    'thresholdMetric of a latency with spec { namespace, name, dimensions } and op: lte',
  ],
  datadog: [
    'ratioMetric with total and good or bad, each spec { query: sum:checkout.requests{env:prod} }',
  ],
  mackerel: ['ratioMetric with rawType: failure and raw { monitorIds: [ID], watchedSince }'],
  alarms: ['ratioMetric with rawType: failure and raw { alarmName: NAME }'],
  probe: ['ratioMetric with rawType: success and raw { url, everySeconds }'],
  push: [
    'ratioMetric with rawType: success and raw { service } (minutes that the service counts itself)',
    'raw { goodWhen } (events that are counted here)',
  ],
};
