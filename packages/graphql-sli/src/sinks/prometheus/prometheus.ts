import type { OperationRecord, Sink } from '../../operation/finished-operation.ts';
import { eventWeights } from '../event-weights.ts';
import { expositionType, headOf, type Label, sample } from './exposition.ts';
import { advisedBounds, createHistogram, cumulated, type Histogram, observe } from './histogram.ts';

export interface PrometheusOptions {
  /** Bounds of the histogram in seconds, rising; those that OpenTelemetry advises when unsaid. */
  readonly bounds?: readonly number[];
}

/** Metrics as text, for whoever scrapes them. */
export interface PrometheusSink extends Sink {
  /** What a scrape is answered with. */
  text(): string;
  /** Its `Content-Type`. */
  readonly contentType: string;
}

const duration = 'graphql_server_request_duration_seconds';
const events = 'graphql_sli_events_total';
const clients = 'graphql_sli_client_errors_total';

/**
 * Keeps metrics of operations in Prometheus' text format, without a client library:
 *
 * - `graphql_server_request_duration_seconds` (histogram) by `graphql_operation_type`,
 *   `graphql_operation_name` and `error_type` (the class of what was not ok; empty when it was).
 *   Name and labels are `graphql.server.request.duration`, `graphql.operation.*` and `error.type`
 *   of OpenTelemetry as Prometheus spells them. The metric is a draft of the GraphQL working group
 *   (https://github.com/graphql/otel-wg, semantic-conventions#3515) and may change there.
 * - `graphql_sli_events_total` by `verdict` (`good`, `bad`, `excluded`), type and name: the SLI is
 *   good / (good + bad). A partial success with a weight is part good and part bad.
 * - `graphql_sli_client_errors_total` by type and name: clients' own errors, which are among the
 *   events too.
 *
 * Names come from the registry of operations, so their number is bounded. Operations whose
 * duration the server does not tell are in the counters only.
 */
export function prometheusSink({ bounds = advisedBounds }: PrometheusOptions = {}): PrometheusSink {
  const all: Series[] = [];
  const find = seriesFinder((record) => {
    const created = createSeries(record, bounds);
    all.push(created);
    return created;
  });

  return {
    contentType: expositionType,
    record(record) {
      addTo(find(record), record, bounds);
    },
    text: () => textOf(all, bounds),
  };
}

/** The operations of one name, type and class. */
interface Series {
  readonly class: OperationRecord['verdict']['class'];
  readonly type: OperationRecord['type'];
  readonly operation: readonly Label[];
  readonly errorType: string;
  readonly histogram: Histogram;
  /** Thousandths of events, so that sums are exact. */
  readonly events: { good: number; bad: number; excluded: number };
  clientErrors: number;
}

/**
 * Finds the series of a record, making it when there is none. Each label has a few, to be looked
 * through: a key that is put together would have to be written and hashed for every operation.
 */
function seriesFinder(
  create: (record: OperationRecord) => Series,
): (record: OperationRecord) => Series {
  const byLabel = new Map<string, Series[]>();
  return (record) => {
    const { label, verdict, type } = record;
    const own = byLabel.get(label);
    if (own !== undefined) {
      for (const series of own)
        if (series.class === verdict.class && series.type === type) return series;
    }
    const created = create(record);
    byLabel.set(label, [...(own ?? []), created]);
    return created;
  };
}

function createSeries(
  { type, label, verdict }: OperationRecord,
  bounds: readonly number[],
): Series {
  return {
    ...{ class: verdict.class, type },
    operation: [
      ['graphql_operation_type', type ?? ''],
      ['graphql_operation_name', label],
    ],
    errorType: verdict.class === 'ok' ? '' : verdict.class,
    histogram: createHistogram(bounds),
    events: { good: 0, bad: 0, excluded: 0 },
    clientErrors: 0,
  };
}

function addTo(
  series: Series,
  { verdict, durationMs }: OperationRecord,
  bounds: readonly number[],
) {
  const { good, bad, excluded } = eventWeights(verdict);
  series.events.good += good;
  series.events.bad += bad;
  series.events.excluded += excluded;
  if (verdict.class === 'client') series.clientErrors += 1;
  if (durationMs !== null) observe(series.histogram, bounds, durationMs / 1000);
}

function textOf(all: readonly Series[], bounds: readonly number[]): string {
  const groups = groupsOf(all);
  return [
    headOf(duration, 'histogram', 'Duration of GraphQL requests on the server.'),
    ...all.map((series) => durationText(series, bounds)),
    headOf(events, 'counter', 'GraphQL operations by how they count for the SLI.'),
    ...groups.map(eventsText),
    headOf(clients, 'counter', "GraphQL operations that failed by their client's own error."),
    ...groups.map((group) => {
      const sum = group.reduce((total, { clientErrors }) => total + clientErrors, 0);
      return sample(clients, group[0]?.operation ?? [], sum);
    }),
  ].join('');
}

/** The series of each operation together. (`Map.groupBy` is not in Node 20.) */
function groupsOf(all: readonly Series[]): readonly (readonly Series[])[] {
  const groups = new Map<string, Series[]>();
  for (const series of all) {
    const key = JSON.stringify(series.operation);
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()];
}

function durationText({ operation, errorType, histogram }: Series, bounds: readonly number[]) {
  const labels: readonly Label[] = [...operation, ['error_type', errorType]];
  const counts = cumulated(histogram);
  const buckets = counts.map((count, index) => {
    const bound = bounds[index];
    const le: Label = ['le', bound === undefined ? '+Inf' : String(bound)];
    return sample(`${duration}_bucket`, [...labels, le], count);
  });
  return [
    ...buckets,
    sample(`${duration}_sum`, labels, histogram.sum),
    sample(`${duration}_count`, labels, counts.at(-1) ?? 0),
  ].join('');
}

function eventsText(group: readonly Series[]): string {
  return (['good', 'bad', 'excluded'] as const)
    .map((verdict) => {
      const sum = group.reduce((total, series) => total + series.events[verdict], 0);
      return sample(events, [...(group[0]?.operation ?? []), ['verdict', verdict]], sum / 1000);
    })
    .join('');
}
