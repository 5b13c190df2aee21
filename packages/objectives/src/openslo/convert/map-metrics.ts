import type { Path } from '../../problems/index.ts';
import type { Metric, RatioMetric, SliSpec } from '../model.ts';

const parts = ['good', 'bad', 'total', 'raw'] as const;

/** The same SLI with each of its metrics put through a function that is told its path. */
export function mapMetrics(
  spec: SliSpec,
  path: Path,
  map: (metric: Metric, path: Path) => Metric,
): SliSpec {
  const { thresholdMetric, ratioMetric } = spec;
  return {
    ...spec,
    ...(thresholdMetric && {
      thresholdMetric: map(thresholdMetric, [...path, 'thresholdMetric']),
    }),
    ...(ratioMetric && { ratioMetric: mapRatio(ratioMetric, [...path, 'ratioMetric'], map) }),
  };
}

function mapRatio(
  ratio: RatioMetric,
  path: Path,
  map: (metric: Metric, path: Path) => Metric,
): RatioMetric {
  const mapped = parts.flatMap((part) => {
    const metric = ratio[part];
    return metric === undefined ? [] : [[part, map(metric, [...path, part])] as const];
  });
  return { ...ratio, ...Object.fromEntries(mapped) };
}
