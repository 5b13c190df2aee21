import type {
  AdjustmentSpec,
  Indicator,
  Metric,
  MetricSource,
  Objective,
  SloSpec,
} from '../model.ts';
import { budgetingMethods } from '../model.ts';
import { listOf, mapOf, may, need, object } from '../shape/groups.ts';
import { mapped, type Shape } from '../shape/shape.ts';
import { anyMap, duration, oneOf, text, textOrTexts } from '../shape/values.ts';
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
  v1Units,
} from './common.ts';
import type { Kinds } from './kinds.ts';
import { sliWith } from './v1.ts';

const metric: Shape<Metric> = mapped(
  object<MetricSource>({
    ref: may('dataSourceRef', text),
    dataSource: may('dataSourceSpec', dataSource),
    spec: may('spec', anyMap),
  }),
  (source) => ({ source }),
  ({ source }) => source,
);

const sli = sliWith(metric);

const indicator = object<Indicator>({
  metadata: may('metadata', metadata),
  spec: need('spec', sli),
});

const slo = object<SloSpec>({
  description: may('description', text),
  // The enhancement's text says `service`, the SDK's examples say `serviceRef`.
  service: need('serviceRef', text, 'service'),
  indicator: may('sli', indicator),
  indicatorRef: may('sliRef', text),
  timeWindow: may('timeWindow', timeWindow),
  budgetingMethod: need('budgetingMethod', oneOf(budgetingMethods)),
  objectives: need(
    'objectives',
    listOf(
      object<Objective>({
        ...objectiveFields,
        labels: may('labels', mapOf(textOrTexts)),
        indicator: may('sli', indicator),
        indicatorRef: may('sliRef', text),
      }),
    ),
  ),
  alertPolicies: may('alertPolicies', policies),
});

/** How openslo.com/v2alpha writes each kind. */
export const v2alphaKinds = {
  SLO: slo,
  SLI: sli,
  Service: service,
  DataSource: dataSource,
  AlertPolicy: alertPolicy,
  AlertCondition: alertCondition,
  AlertNotificationTarget: alertTarget,
  BudgetAdjustment: object<AdjustmentSpec>({
    description: may('description', text),
    service: may('service', text),
    indicatorRef: may('indicatorRef', text),
    startTime: may('startTime', text),
    endTime: may('endTime', text),
    duration: may('duration', duration(v1Units)),
  }),
} satisfies Required<Kinds>;
