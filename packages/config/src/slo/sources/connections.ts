import { formats, latencyUnits } from '@sekisho/counting';
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
