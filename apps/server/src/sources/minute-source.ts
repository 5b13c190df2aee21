import {
  type CloudWatchSli,
  createCloudWatchAlarmSource,
  createCloudWatchSource,
} from '@sekisho/aws/sources';
import type { SloConfig, SourceConfig } from '@sekisho/config';
import type { MinuteSource } from '@sekisho/core/sources';
import { createDatadogSource, type DatadogSli } from '@sekisho/datadog';
import { createMackerelSource } from '@sekisho/mackerel';
import { createProbeSource } from '@sekisho/probe';
import { createPrometheusSource, type PrometheusSli } from '@sekisho/prometheus';
import { type AwsPlace, awsAccess } from './aws-access.ts';
import { type Closable, closable } from './closable.ts';
import { type SourceOptions, timeoutOf } from './options.ts';
import { secretOf } from './secret-of.ts';
import { tableSource } from './table-source.ts';

type Words = Readonly<Record<string, unknown>>;

/**
 * Makes what asks a source for one SLO; null where no program of ours can. The words of connection and
 * query were checked when they were read.
 * Errors: `SourceError` when a secret is not set.
 */
export function makeMinuteSource(
  slo: SloConfig,
  source: SourceConfig,
  options: SourceOptions,
): Closable | null {
  const { indicator } = slo;
  if (!('connection' in source)) return null;
  if (source.kind === 'clickhouse' || source.kind === 'athena')
    return indicator.kind === 'events' ? tableSource(source, indicator.sli, options) : null;
  if (indicator.kind !== 'measured') return null;
  const { connection } = source;
  const { query } = indicator;
  if (source.kind === 'prometheus') return closable(prometheus(connection, query, options));
  if (source.kind === 'cloudwatch' || source.kind === 'alarms')
    return cloudWatch(source.kind, connection, query, options);
  if (source.kind === 'datadog') return closable(datadog(connection, query, options));
  if (source.kind === 'mackerel') return closable(mackerel(connection, query, options));
  if (source.kind === 'probe') return closable(probe(slo, query, options));
  return null;
}

function probe(slo: SloConfig, query: Words, { probeRecord, now }: SourceOptions): MinuteSource {
  const everySeconds = Number(query['everySeconds']);
  return createProbeSource({ record: probeRecord(slo), everySeconds, now });
}

function prometheus(connection: Words, query: Words, options: SourceOptions): MinuteSource {
  const { tokenVariable, ...words } = connection;
  const bearer = tokenVariable === undefined ? {} : { bearer: secretOf(options, tokenVariable) };
  const said = words as { readonly url: string };
  return createPrometheusSource({
    ...options.bounds,
    ...{ ...said, ...bearer, sli: query as unknown as PrometheusSli },
    now: options.now,
  });
}

function cloudWatch(
  kind: 'cloudwatch' | 'alarms',
  connection: Words,
  query: Words,
  options: SourceOptions,
): Closable {
  const { region, environment, ...words } = connection;
  const { access, close } = awsAccess({ region, environment } as AwsPlace, options);
  const common = { ...access, now: options.now, ...timeoutOf(options) };
  const made =
    kind === 'alarms'
      ? createCloudWatchAlarmSource({ ...common, alarmName: String(query['alarmName']) })
      : createCloudWatchSource({ ...common, ...words, sli: query as unknown as CloudWatchSli });
  return {
    ...made,
    close() {
      made.close();
      close();
    },
  };
}

function datadog(connection: Words, query: Words, options: SourceOptions): MinuteSource {
  const { apiKeyVariable, applicationKeyVariable, ...words } = connection;
  return createDatadogSource({
    ...(words as { readonly site: string }),
    apiKey: secretOf(options, apiKeyVariable),
    applicationKey: secretOf(options, applicationKeyVariable),
    ...timeoutOf(options),
    sli: query as unknown as DatadogSli,
    now: options.now,
  });
}

function mackerel(connection: Words, query: Words, options: SourceOptions): MinuteSource {
  return createMackerelSource({
    ...(query as { readonly monitorIds: readonly string[]; readonly watchedSince: number }),
    apiKey: secretOf(options, connection['apiKeyVariable']),
    ...timeoutOf(options),
    now: options.now,
  });
}
