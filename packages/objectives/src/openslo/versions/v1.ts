import type {
  Indicator,
  Metric,
  MetricSource,
  Objective,
  RatioMetric,
  SliSpec,
  SloSpec,
} from '../model.ts';
import { budgetingMethods } from '../model.ts';
import { listOf, may, need, object } from '../shape/groups.ts';
import type { Shape } from '../shape/shape.ts';
import { anyMap, oneOf, text, yesOrNo } from '../shape/values.ts';
import {
  alertCondition,
  alertPolicy,
  alertTarget,
  dataSource,
  metadata,
  objectiveFields,
  policies,
  service,
  timeWindow,
} from './common.ts';
import type { Kinds } from './kinds.ts';

const metric = object<Metric>({
  source: need(
    'metricSource',
    object<MetricSource>({
      ref: may('metricSourceRef', text),
      type: may('type', text),
      spec: may('spec', anyMap),
    }),
  ),
});

const sli = sliWith(metric);

const indicator = object<Indicator>({
  metadata: may('metadata', metadata),
  spec: need('spec', sli),
});

const slo = object<SloSpec>({
  description: may('description', text),
  service: need('service', text),
  indicator: may('indicator', indicator),
  indicatorRef: may('indicatorRef', text),
  timeWindow: may('timeWindow', timeWindow),
  budgetingMethod: need('budgetingMethod', oneOf(budgetingMethods)),
  objectives: need(
    'objectives',
    listOf(
      object<Objective>({
        ...objectiveFields,
        indicator: may('indicator', indicator),
        indicatorRef: may('indicatorRef', text),
      }),
    ),
  ),
  alertPolicies: may('alertPolicies', policies),
});

/** How openslo/v1 writes each kind. */
export const v1Kinds = {
  SLO: slo,
  SLI: sli,
  Service: service,
  DataSource: dataSource,
  AlertPolicy: alertPolicy,
  AlertCondition: alertCondition,
  AlertNotificationTarget: alertTarget,
} satisfies Kinds;

/** An SLI whose metrics are written as a version writes them. */
export function sliWith(metricShape: Shape<Metric>): Shape<SliSpec> {
  return object<SliSpec>({
    description: may('description', text),
    thresholdMetric: may('thresholdMetric', metricShape),
    ratioMetric: may(
      'ratioMetric',
      object<RatioMetric>({
        counter: may('counter', yesOrNo),
        good: may('good', metricShape),
        bad: may('bad', metricShape),
        total: may('total', metricShape),
        rawType: may('rawType', oneOf(['success', 'failure'])),
        raw: may('raw', metricShape),
      }),
    ),
  });
}
