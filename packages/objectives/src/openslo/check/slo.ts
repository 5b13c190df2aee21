import type { Path } from '../../problems/index.ts';
import type { DocumentOf, Indicator, SliSpec, Version } from '../model.ts';
import { checkPolicy } from './alerts.ts';
import type { Checking } from './findings.ts';
import { checkDescription, checkMetadata } from './metadata.ts';
import { checkObjective } from './objective.ts';
import { checkOneOf, checkReference } from './reference.ts';
import { checkSli } from './sli.ts';
import { checkWindows } from './window.ts';

/** Checks an SLO: what it measures, over which window, by which objectives. */
export function checkSlo(document: DocumentOf<'SLO'>, checking: Checking): void {
  const { spec, version } = document;
  checkDescription(spec.description, ['spec'], checking);
  // A service need not be an object; where some are given, all should be.
  if (checking.known.names('Service').length > 0) {
    checkReference('Service', spec.service, ['spec', 'service'], checking);
  }
  checkWindows(spec.timeWindow, ['spec', 'timeWindow'], checking);
  if (spec.objectives.length === 0) {
    const facts = { count: 0, minimum: 1, maximum: null };
    checking.problem('wrong-count', ['spec', 'objectives'], facts);
  }
  const shared = sliOf(spec, ['spec'], version, checking);
  checkIndicators(document, checking);
  for (const [index, objective] of spec.objectives.entries()) {
    const path = ['spec', 'objectives', index];
    const own = sliOf(objective, path, version, checking);
    checkObjective(document, objective, path, own ?? shared, checking);
  }
  for (const [index, item] of (spec.alertPolicies ?? []).entries()) {
    checkPolicy(item, ['spec', 'alertPolicies', index], version, checking);
  }
}

/** One indicator for all objectives, or one for each of them. */
function checkIndicators({ spec, version }: DocumentOf<'SLO'>, checking: Checking): void {
  const { indicator, indicatorRef, objectives } = spec;
  const isAlpha = version === 'openslo/v1alpha';
  const key = isAlpha ? 'ratioMetrics' : 'indicator';
  const given = objectives.map((one) => one.ratioMetrics ?? one.indicator ?? one.indicatorRef);
  if (given.every((one) => one === undefined)) {
    const ours = isAlpha
      ? { indicator, 'objectives[].ratioMetrics': undefined }
      : { indicator, indicatorRef };
    return checkOneOf(ours, ['spec'], checking);
  }
  if (indicator !== undefined || indicatorRef !== undefined) {
    const second = `objectives[].${key}`;
    const first = indicator === undefined ? 'indicatorRef' : 'indicator';
    checking.problem('both-given', ['spec', first], { first, second }, 'key');
  }
  for (const [index, one] of given.entries()) {
    if (one !== undefined) continue;
    checking.problem('missing', ['spec', 'objectives', index, key], { key });
  }
}

interface HasIndicator {
  readonly indicator?: Indicator;
  readonly indicatorRef?: string;
  readonly ratioMetrics?: SliSpec['ratioMetric'];
}

/** Checks the indicator that stands here or is named here, and answers with what it measures. */
function sliOf(
  { indicator, indicatorRef, ratioMetrics }: HasIndicator,
  path: Path,
  version: Version,
  checking: Checking,
): SliSpec | undefined {
  const at = [...path, 'indicator'];
  if (indicator?.metadata)
    checkMetadata(indicator.metadata, [...at, 'metadata'], version, checking);
  if (indicator)
    checkSli(
      indicator.spec,
      version === 'openslo/v1alpha' ? at : [...at, 'spec'],
      version,
      checking,
    );
  if (ratioMetrics) {
    for (const part of ['good', 'total'] as const) {
      if (ratioMetrics[part]) continue;
      checking.problem('missing', [...path, 'ratioMetrics', part], { key: part });
    }
  }
  if (indicator || indicatorRef === undefined) return indicator?.spec;
  checkReference('SLI', indicatorRef, [...path, 'indicatorRef'], checking);
  return checking.known.find('SLI', indicatorRef)?.spec;
}
