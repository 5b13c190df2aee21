import { formats, latencyUnits } from '@sekisho/counting';
import { sqlFormats } from '@sekisho/counting/sql';
import { z } from 'zod';
import { httpUrl, name, region, secretVariable, span } from '../../schema-fields.ts';

/* `connectionDetails` of the kinds of data sources that Sekisho reads. */

const lateness = span
  .optional()
  .describe('How late its data may come, such as 15m; until then a minute is not complete.');

const variable = secretVariable('source');

/** A name, or several of which the first that is there counts. */
const names = z.unknown().refine(isNames, 'field-names');
const fields = z.strictObject({
  time: names.optional(),
  status: names.optional(),
  latency: names.optional(),
  method: names.optional(),
  path: names.optional(),
  host: names.optional(),
  client: names.optional(),
  agent: names.optional(),
});

const logs = {
  lateness,
  fields: fields
    .optional()
    .describe('Where LTSV and JSON Lines keep what is counted; JSON paths with dots.'),
  latencyUnit: z
    .enum(Object.keys(latencyUnits) as (keyof typeof latencyUnits)[])
    .optional()
    .describe('Unit of latencies that are written without one.'),
};
const format = z.enum(Object.keys(formats) as [string, ...string[]]);

const aws = {
  lateness,
  region,
  environment: name.optional().describe('Environment whose role reads it; the server’s without.'),
};

const whenAbsent = z
  .enum(['unmeasured', 'idle'])
  .optional()
  .describe('What a minute without a point is: idle for counters that are silent at rest.');

/** A table or view with one line of a log in each row. */
const table = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*){0,2}$/, 'table-name')
    .describe('With its database before a dot where that is another.'),
  column: z.string().min(1).max(200).optional().describe('Holds the line; "line" when unsaid.'),
  days: z
    .strictObject({
      column: z.string().min(1).max(200),
      form: z.enum(['yyyy-MM-dd', 'yyyy/MM/dd']),
    })
    .optional()
    .describe('Column that says the day of the log file, so that no more is read than asked for.'),
});

/** Strict: what is not understood here is a mistake. */
export const connections = {
  's3-logs': z.strictObject({
    ...logs,
    ...aws,
    format,
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'bucket'),
    prefix: z.string().max(1024).default(''),
    queueUrl: httpUrl
      .optional()
      .describe('SQS queue that is told of new objects; the prefix is listed without.'),
  }),
  'log-files': z.strictObject({
    ...logs,
    format,
    paths: z.array(z.string().min(1).max(4096)).min(1).max(100).describe('Files or patterns.'),
  }),
  push: z.strictObject({
    ...logs,
    format: format.default('jsonl'),
    origins: z
      .array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/, 'origin'))
      .min(1)
      .max(50)
      .optional()
      .describe('Sites whose pages may send a beacon or network errors here; none without it.'),
  }),
  'cloudwatch-logs': z.strictObject({
    ...logs,
    format,
    accessKeyVariable: variable,
    quiet: span
      .optional()
      .describe('Longest silence that is want of traffic, 5m unsaid; a longer one is unmeasured.'),
  }),
  clickhouse: z.strictObject({
    ...logs,
    format: z.enum(sqlFormats),
    url: httpUrl,
    username: z.string().min(1).max(200).optional(),
    passwordVariable: variable.optional(),
    database: z.string().min(1).max(200).optional(),
    table,
    whenAbsent,
  }),
  athena: z.strictObject({
    ...logs,
    ...aws,
    format: z.enum(sqlFormats),
    database: z.string().min(1).max(255),
    catalog: z.string().min(1).max(256).optional(),
    workgroup: z
      .string()
      .regex(/^[a-zA-Z0-9._-]{1,128}$/, 'workgroup')
      .optional(),
    outputLocation: z
      .string()
      .regex(/^s3:\/\/[a-z0-9.-]+\//, 's3-address')
      .optional()
      .describe('Folder for the answers, where the workgroup names none.'),
    table,
    whenAbsent,
  }),
  prometheus: z.strictObject({
    lateness,
    url: httpUrl,
    tokenVariable: variable.optional(),
    headers: z
      .record(z.string().regex(/^(?!authorization$)[a-z0-9-]+$/i, 'header'), z.string())
      .optional(),
    scrapeSeconds: z.number().min(1).max(3600).optional(),
    maxGapSeconds: z.number().min(1).max(86_400).optional(),
    targetLabels: z
      .array(z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'label'))
      .min(1)
      .optional(),
  }),
  cloudwatch: z.strictObject({
    ...aws,
    periodSeconds: z.int().min(60).max(3600).multipleOf(60).optional(),
    whenAbsent,
  }),
  alarms: z.strictObject(aws),
  datadog: z.strictObject({
    lateness,
    // Keys go to Datadog alone: the sites that `@sekisho/datadog` knows.
    site: z
      .string()
      .regex(/^([a-z0-9]+\.)?(datadoghq\.com|datadoghq\.eu|ddog-gov\.com)$/, 'datadog-site')
      .default('datadoghq.com'),
    whenAbsent,
    apiKeyVariable: variable,
    applicationKeyVariable: variable,
  }),
  mackerel: z.strictObject({ lateness, apiKeyVariable: variable }),
  probe: z.strictObject({
    lateness,
    reach: z
      .enum(['public', 'private'])
      .default('public')
      .describe('Whether it also reaches private addresses.'),
  }),
} as const;

export type SourceKind = keyof typeof connections;

export const sourceKinds = Object.keys(connections) as SourceKind[];

function isNames(value: unknown): boolean {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.length > 0 && all.every((one) => typeof one === 'string' && one !== '');
}
