import type { Path } from '../../problems/index.ts';
import type { Metric, MetricSource, OpensloDocument, RatioMetric } from '../model.ts';
import type { Note, Unsayable } from './change.ts';
import type { Find } from './find.ts';
import { jsonOf } from './json-of.ts';

const to = 'openslo/v1alpha';

/** Whose metrics, where notes of them go, and where data sources are found. */
interface At {
  readonly document: OpensloDocument;
  readonly note: Note;
  readonly find: Find;
}

/** A ratio as v1alpha knows it, good events of all; or why it cannot say it. */
export function alphaRatio(ratio: RatioMetric, path: Path, at: At): RatioMetric | Unsayable {
  const { good, bad, total, raw, rawType, ...rest } = ratio;
  if (raw !== undefined) return 'raw';
  if (total === undefined || (good === undefined && bad === undefined)) return 'no-indicator';
  const counted = good ?? (bad && goodOf(bad, total, at));
  if (counted === undefined) return 'bad-events';
  const { document, note } = at;
  if (good !== undefined && bad !== undefined) {
    note(document, 'left-out', [...path, 'bad'], { what: 'bad', to });
  }
  if (rawType !== undefined) {
    note(document, 'left-out', [...path, 'rawType'], { what: 'rawType', to });
  }
  if (good === undefined) {
    const as = '(total) - (bad)';
    note(document, 'bad-as-good', [...path, 'bad'], { as, to });
  }
  return {
    ...rest,
    good: alphaThreshold(counted, [...path, good === undefined ? 'bad' : 'good'], at),
    total: alphaThreshold(total, [...path, 'total'], at),
  };
}

/** Those whose queries are PromQL, so that two can be subtracted. */
const promql = /^(?:prometheus|thanos|mimir|victoriametrics|cortex)$/i;

function goodOf(bad: Metric, total: Metric, at: At): Metric | undefined {
  const [ours, all] = [queryOf(bad), queryOf(total)];
  if (!promql.test(typeOf(bad.source, at) ?? '') || ours === null || all === null) return undefined;
  const query = `(${all.trim()}) - (${ours.trim()})`;
  return { ...bad, source: { ...bad.source, spec: { ...bad.source.spec, query } } };
}

function queryOf({ source }: Metric): string | null {
  const query = source.spec?.query;
  return typeof query === 'string' && query !== '' ? query : null;
}

function typeOf({ type, dataSource, ref }: MetricSource, { find }: At): string | undefined {
  if (type !== undefined) return type;
  return dataSource?.type ?? (ref && find('DataSource', ref)?.spec.type);
}

/** A metric as v1alpha knows it: a type of source, a type of query, and the query. */
export function alphaThreshold(metric: Metric, path: Path, at: At): Metric {
  const { document, note } = at;
  const inside = [...path, 'metricSource'];
  const { ref, dataSource, spec, extras } = metric.source;
  const type = typeOf(metric.source, at) ?? ref;
  const left = (where: Path, what: string) =>
    note(document, 'left-out', [...where, what], { what, to });
  for (const what of Object.keys(metric.extras ?? {})) left(path, what);
  if (ref !== undefined) noteReference(metric.source, ref, [...inside, 'metricSourceRef'], at);
  if (dataSource !== undefined) left(inside, 'dataSourceSpec');
  if (type === undefined) note(document, 'added', inside, { key: 'source', value: 'unknown', to });
  const usual = promql.test(type ?? '') ? 'promql' : 'query';
  const source = {
    type: nameOf(type ?? 'unknown'),
    spec: alphaSpec(spec ?? {}, usual, [...inside, 'spec'], at),
  };
  return { source: { ...source, ...(extras && { extras }) } };
}

/** As the examples of v1alpha write it, and as Sloth asks for it. */
function nameOf(type: string): string {
  return /^prometheus$/i.test(type) ? 'prometheus' : type;
}

/** v1alpha refers to no data source: it names a type only. */
function noteReference(source: MetricSource, ref: string, path: Path, at: At): void {
  const { document, note } = at;
  const known = typeOf(source, at);
  if (known === undefined) note(document, 'reference-as-type', path, { value: ref, to });
  else if (source.type === undefined) {
    note(document, 'written-out', path, { kind: 'DataSource', name: ref, to });
  } else note(document, 'left-out', path, { what: 'metricSourceRef', to });
}

function alphaSpec(
  spec: Readonly<Record<string, unknown>>,
  usual: string,
  path: Path,
  { document, note }: At,
): Readonly<Record<string, unknown>> {
  const { query, queryType, ...others } = spec;
  const known = typeof queryType === 'string' ? queryType : usual;
  if (typeof queryType !== 'string') {
    note(document, 'added', [...path, 'queryType'], { key: 'queryType', value: known, to });
  }
  if (typeof query !== 'string' || query === '') {
    note(document, 'query-as-json', path, { to });
    return { queryType: known, query: jsonOf(spec) };
  }
  for (const what of Object.keys(others)) {
    note(document, 'left-out', [...path, what], { what, to });
  }
  return { queryType: known, query };
}
