import {
  type CloudWatchSli,
  createCloudWatchAlarmSource,
  createCloudWatchSource,
} from '@sekisho/aws';
import type { SloConfig, SourceConfig } from '@sekisho/config';
import { type MinuteSource, SourceError } from '@sekisho/core/sources';
import { createDatadogSource } from '@sekisho/datadog';
import { createMackerelSource } from '@sekisho/mackerel';
import { createPrometheusSource, type PrometheusSli } from '@sekisho/prometheus';
import { type AwsPlace, awsAccess } from './aws-access.ts';
import type { SourceOptions } from './options.ts';

export type Closable = MinuteSource & { close(): void };

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
  if (indicator.kind !== 'measured' || !('connection' in source)) return null;
  const { connection } = source;
  const { query } = indicator;
  if (source.kind === 'prometheus') return closable(prometheus(connection, query, options));
  if (source.kind === 'cloudwatch' || source.kind === 'alarms')
    return cloudWatch(source.kind, connection, query, options);
  if (source.kind === 'datadog') return datadog(connection, query, options);
  if (source.kind === 'mackerel') return closable(mackerel(connection, query, options));
  return null;
}

function prometheus(connection: Words, query: Words, options: SourceOptions): MinuteSource {
  const { lateness: _, tokenVariable, ...words } = connection;
  const bearer = tokenVariable === undefined ? {} : { bearer: secretOf(options, tokenVariable) };
  const said = words as { readonly url: string };
  return createPrometheusSource({
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
  const { lateness: _, region, environment, ...words } = connection;
  const { access, close } = awsAccess({ region, environment } as AwsPlace, options);
  const common = { ...access, now: options.now };
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

/** Datadog is asked for counts only: it keeps no latencies that could be compared exactly. */
function datadog(connection: Words, query: Words, options: SourceOptions): Closable | null {
  const [total, good, bad] = ['total', 'good', 'bad'].map((part) => queryText(query[part]));
  if (total === undefined || (good === undefined) === (bad === undefined)) return null;
  const { now } = options;
  return closable(
    createDatadogSource({
      ...{ site: String(connection['site']), now },
      apiKey: secretOf(options, connection['apiKeyVariable']),
      applicationKey: secretOf(options, connection['applicationKeyVariable']),
      sli: good === undefined ? { total, bad: bad ?? '' } : { total, good },
    }),
  );
}

function queryText(spec: unknown): string | undefined {
  if (typeof spec === 'string') return spec;
  if (typeof spec !== 'object' || spec === null || !('query' in spec)) return undefined;
  return typeof spec.query === 'string' ? spec.query : undefined;
}

/** Nobody says since when a monitor has watched: of more than the last day nothing is claimed. */
const watchedMs = 24 * 3_600_000;

function mackerel(connection: Words, query: Words, options: SourceOptions): MinuteSource {
  const apiKey = secretOf(options, connection['apiKeyVariable']);
  const monitorIds = query['monitors'] as readonly string[];
  const { now } = options;
  return {
    read: (span, more) =>
      createMackerelSource({ apiKey, monitorIds, now, watchedSince: now() - watchedMs }).read(
        span,
        more,
      ),
  };
}

function closable(source: MinuteSource): Closable {
  return { ...source, close: () => undefined };
}

function secretOf({ secret }: SourceOptions, variable: unknown): string {
  const name = String(variable);
  const value = secret(name);
  if (value === undefined) throw new SourceError('denied', `${name} is not set`);
  return value;
}
