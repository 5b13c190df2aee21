import type { Path } from '../../problems/index.ts';
import type { Metric, RatioMetric, SliSpec, Version } from '../model.ts';
import type { Checking } from './findings.ts';
import { checkDescription } from './metadata.ts';
import { checkOneOf, checkReference } from './reference.ts';

/** Checks what an SLI measures: one metric compared with a threshold, or a ratio. */
export function checkSli(spec: SliSpec, path: Path, version: Version, checking: Checking): void {
  const { thresholdMetric, ratioMetric } = spec;
  checkDescription(spec.description, path, checking);
  checkOneOf({ thresholdMetric, ratioMetric }, path, checking);
  if (thresholdMetric)
    checkMetric(thresholdMetric, [...path, 'thresholdMetric'], version, checking);
  if (ratioMetric) checkRatio(ratioMetric, [...path, 'ratioMetric'], version, checking);
}

function checkRatio(ratio: RatioMetric, path: Path, version: Version, checking: Checking): void {
  const { good, bad, total, raw, rawType } = ratio;
  checkOneOf({ total, raw }, path, checking);
  if (total !== undefined) checkOneOf({ good, bad }, path, checking);
  if (raw !== undefined) {
    for (const [key, value] of Object.entries({ good, bad })) {
      if (value === undefined) continue;
      checking.problem('both-given', [...path, key], { first: 'raw', second: key }, 'key');
    }
    if (rawType === undefined) {
      checking.problem('missing', [...path, 'rawType'], { key: 'rawType' });
    }
  }
  for (const [key, metric] of Object.entries({ good, bad, total, raw })) {
    if (metric) checkMetric(metric, [...path, key], version, checking);
  }
}

function checkMetric({ source }: Metric, path: Path, version: Version, checking: Checking): void {
  const inside = [...path, 'metricSource'];
  checkReference('DataSource', source.ref, [...inside, 'metricSourceRef'], checking);
  if (version === 'openslo.com/v2alpha') {
    const given = { dataSourceRef: source.ref, dataSourceSpec: source.dataSource };
    checkOneOf(given, path, checking);
    return;
  }
  if (source.ref === undefined && source.type === undefined) {
    checking.problem('none-given', inside, { options: ['metricSourceRef', 'type'] });
  }
  if (Object.keys(source.spec ?? {}).length === 0) {
    checking.problem('missing', [...inside, 'spec'], { key: 'spec' });
  }
}
