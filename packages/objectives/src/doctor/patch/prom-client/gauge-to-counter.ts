import type { Edit } from '../source-file.ts';
import { callsOf, type MetricFound } from './find-metric.ts';
import { changeKind } from './import-kind.ts';

/** A gauge that only rises becomes the counter that it is; null where it is set or falls. */
export function gaugeToCounter(metric: MetricFound): readonly Edit[] | null {
  if (metric.kind.name !== 'Gauge') return null;
  const falls = ['set', 'dec', 'setToCurrentTime', 'startTimer'].some(
    (method) => callsOf(metric, method).length > 0,
  );
  return falls || callsOf(metric, 'inc').length === 0 ? null : changeKind(metric, 'Counter');
}
