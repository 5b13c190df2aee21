import type { Path, Place } from '../problems/index.ts';
import { finder } from './convert/find.ts';
import { indicatorOf } from './indicator-of.ts';
import type { DocumentOf, Metric, OpensloDocument, RatioMetric } from './model.ts';
import { pathIn } from './versions/path-in.ts';

/** Types of sources whose events an SLI over logs counts; the house's own kinds are among them. */
const logTypes: readonly (string | undefined)[] = [
  ...['logs', 's3-logs', 'log-files', 'push'],
  ...['cloudwatch-logs', 'clickhouse', 'athena'],
];

/** The SLI over logs that an objective declares, not read yet: `readSli` of `@sekisho/counting` reads it. */
export interface LogIndicator {
  readonly value: Readonly<Record<string, unknown>>;
  /** The data source that it names; null when it names none. */
  readonly source: string | null;
  /** Where something of `value` stands. */
  readonly placeOf: (path: Path, at?: 'key' | 'value') => Place;
}

/**
 * The `spec` of an objective's metric over logs. Either the raw metric holds all of it
 * (`raw: { metricSource: { type: logs, spec } }`), or `total` says which events count and `good` or
 * `bad` which of them are so.
 * @param index which of the objectives, from 0
 * @param documents in which references are looked up
 * @returns null when its metric is of something else
 */
export function logIndicatorOf(
  slo: DocumentOf<'SLO'>,
  index: number,
  documents: readonly OpensloDocument[],
): LogIndicator | null {
  const found = indicatorOf(slo, index, documents);
  const ratio = found?.spec.ratioMetric;
  if (found === null || ratio === undefined) return null;
  const find = finder(documents);
  const isLogs = ({ source }: Metric) => {
    const named = source.ref === undefined ? undefined : find('DataSource', source.ref)?.spec.type;
    return logTypes.includes((source.type ?? source.dataSource?.type ?? named)?.toLowerCase());
  };
  const parts = partsOf(ratio).filter(([, metric]) => isLogs(metric));
  if (parts.length === 0) return null;
  const { document, path } = found;
  return {
    value: Object.assign({}, ...parts.map(([, { source }]) => source.spec ?? {})),
    source: parts.find(([, { source }]) => source.ref !== undefined)?.[1].source.ref ?? null,
    placeOf: (inside, at) => {
      const [key] = inside;
      const holder = parts.findLast(([, { source }]) =>
        Object.hasOwn(source.spec ?? {}, key ?? ''),
      );
      const [name] = holder ?? parts[0] ?? [''];
      const whole = [...path, 'ratioMetric', name, 'metricSource', 'spec', ...inside];
      return document.placeOf(pathIn(document.version, whole), at);
    },
  };
}

/** In the order in which later ones add to earlier ones. */
function partsOf({ raw, total, bad, good }: RatioMetric): readonly (readonly [string, Metric])[] {
  const named = { raw, total, bad, good };
  return Object.entries(named).flatMap(([name, metric]) => (metric ? [[name, metric]] : []));
}
