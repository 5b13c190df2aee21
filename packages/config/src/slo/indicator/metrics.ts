import type { FoundIndicator, Metric } from '@sekisho/objectives/openslo';
import type { Path } from '../../problems/problem.ts';
import type { QueryForm } from '../sources/queries.ts';

/** One metric of an indicator, and where it stands (as openslo/v1 names it). */
export interface Part {
  readonly name: 'total' | 'good' | 'bad' | 'raw' | 'threshold';
  readonly metric: Metric;
  readonly path: Path;
}

/** The metrics of an indicator, and the form in which they are said. */
export interface Metrics {
  readonly form: QueryForm;
  readonly parts: readonly Part[];
  readonly counter: boolean | undefined;
  readonly rawType: 'success' | 'failure' | undefined;
}

/** Takes an indicator apart; null when it says too little or too much, which `checkOpenslo` reports. */
export function metricsOf({ spec, path }: FoundIndicator): Metrics | null {
  const { thresholdMetric: threshold, ratioMetric: ratio } = spec;
  if (threshold !== undefined) {
    const part: Part = { name: 'threshold', metric: threshold, path: [...path, 'thresholdMetric'] };
    return { form: 'threshold', parts: [part], counter: undefined, rawType: undefined };
  }
  if (ratio === undefined) return null;
  const { counter, rawType, total, good, bad, raw } = ratio;
  const named = { total, good, bad, raw };
  const parts = Object.entries(named).flatMap(([name, metric]): Part[] =>
    metric ? [{ name: name as Part['name'], metric, path: pathOf(path, name) }] : [],
  );
  const [form, wanted]: [QueryForm, number] = raw ? ['raw', 1] : ['counted', 2];
  return parts.length === wanted ? { form, parts, counter, rawType } : null;
}

/** Where a part's `metricSource.spec` stands. */
export function specPath({ path }: Part): Path {
  return [...path, 'metricSource', 'spec'];
}

/** v1alpha writes `ratioMetrics` at the objective itself. */
function pathOf(path: Path, name: string): Path {
  return path.at(-1) === 'ratioMetrics' ? [...path, name] : [...path, 'ratioMetric', name];
}
