import type { DurationUnit } from '../duration.ts';
import type {
  AlertConditionSpec,
  AlertPolicySpec,
  AlertTargetSpec,
  BurnCondition,
  Calendar,
  ConditionItem,
  DataSourceSpec,
  Metadata,
  Objective,
  PolicyItem,
  ServiceSpec,
  TargetItem,
  TimeWindow,
} from '../model.ts';
import { operators } from '../model.ts';
import { listOf, mapOf, may, need, object } from '../shape/groups.ts';
import {
  anything,
  duration,
  number,
  oneOf,
  slice,
  text,
  textOrTexts,
  yesOrNo,
} from '../shape/values.ts';

/* What the versions share. Sources: the specification's README and the Go SDK of OpenSLO. */

export const v1Units: readonly DurationUnit[] = [
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
];

export const metadata = object<Metadata>({
  name: need('name', text),
  displayName: may('displayName', text),
  labels: may('labels', mapOf(textOrTexts)),
  annotations: may('annotations', mapOf(text)),
});

export const service = object<ServiceSpec>({ description: may('description', text) });

export const dataSource = object<DataSourceSpec>({
  description: may('description', text),
  type: need('type', text),
  connectionDetails: may('connectionDetails', anything),
});

export const alertTarget = object<AlertTargetSpec>({
  description: may('description', text),
  target: need('target', text),
});

export const alertCondition = object<AlertConditionSpec>({
  description: may('description', text),
  severity: need('severity', text),
  condition: need(
    'condition',
    object<BurnCondition>({
      kind: may('kind', oneOf(['burnrate'])),
      op: may('op', oneOf(operators)),
      threshold: may('threshold', number),
      lookbackWindow: may('lookbackWindow', duration(v1Units)),
      alertAfter: may('alertAfter', duration(v1Units)),
    }),
  ),
});

export const alertPolicy = object<AlertPolicySpec>({
  description: may('description', text),
  alertWhenNoData: may('alertWhenNoData', yesOrNo),
  alertWhenBreaching: may('alertWhenBreaching', yesOrNo),
  alertWhenResolved: may('alertWhenResolved', yesOrNo),
  conditions: may(
    'conditions',
    listOf(
      object<ConditionItem>({
        ref: may('conditionRef', text),
        kind: may('kind', text),
        metadata: may('metadata', metadata),
        spec: may('spec', alertCondition),
      }),
    ),
  ),
  notificationTargets: may(
    'notificationTargets',
    listOf(
      object<TargetItem>({
        ref: may('targetRef', text),
        kind: may('kind', text),
        metadata: may('metadata', metadata),
        spec: may('spec', alertTarget),
      }),
    ),
  ),
});

export const policies = listOf(
  object<PolicyItem>({
    ref: may('alertPolicyRef', text),
    kind: may('kind', text),
    metadata: may('metadata', metadata),
    spec: may('spec', alertPolicy),
  }),
);

export const calendar = object<Calendar>({
  startTime: may('startTime', text),
  timeZone: may('timeZone', text),
});

export const timeWindow = listOf(
  object<TimeWindow>({
    duration: need('duration', duration(v1Units)),
    isRolling: may('isRolling', yesOrNo),
    calendar: may('calendar', calendar),
  }),
);

/** Keys of an objective that v1 and v2alpha share. */
export const objectiveFields = {
  displayName: may('displayName', text),
  op: may('op', oneOf(operators)),
  value: may('value', number),
  target: may('target', number),
  targetPercent: may('targetPercent', number),
  timeSliceTarget: may('timeSliceTarget', number),
  timeSliceWindow: may('timeSliceWindow', slice(v1Units)),
  compositeWeight: may('compositeWeight', number),
} satisfies Parameters<typeof object<Objective>>[0];
