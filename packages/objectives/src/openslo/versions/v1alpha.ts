import type { Duration, DurationUnit } from '../duration.ts';
import type {
  Calendar,
  Indicator,
  Metric,
  Objective,
  RatioMetric,
  SloSpec,
  TimeWindow,
} from '../model.ts';
import { budgetingMethods, operators } from '../model.ts';
import { listOf, may, need, object } from '../shape/groups.ts';
import { mapped, type Shape, type WithExtras } from '../shape/shape.ts';
import { number, oneOf, positiveCount, text, yesOrNo } from '../shape/values.ts';
import { calendar, service } from './common.ts';
import type { Kinds } from './kinds.ts';

interface AlphaMetric extends WithExtras {
  readonly source: string;
  readonly queryType?: string;
  readonly query: string;
}

/** `source` is a type of data source: v1alpha has no DataSource to name. */
const metric: Shape<Metric> = mapped(
  object<AlphaMetric>({
    source: need('source', text),
    queryType: may('queryType', text),
    query: need('query', text),
  }),
  ({ source, extras, empty, ...spec }): Metric => ({
    source: {
      type: source,
      spec: { ...spec },
      ...(extras && { extras }),
      ...(empty && { empty }),
    },
  }),
  ({ source: { type = '', spec = {}, extras, empty } }) => ({
    source: type,
    ...(spec as unknown as { query: string }),
    ...(extras && { extras }),
    ...(empty && { empty }),
  }),
);

interface AlphaWindow extends WithExtras {
  readonly unit: Capital<DurationUnit>;
  readonly count: number;
  readonly isRolling?: boolean;
  readonly calendar?: Calendar;
}

type Capital<Word extends string> = Word extends string ? Capitalize<Word> : never;

const units = ['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Quarter', 'Year'] as const;

const timeWindow: Shape<TimeWindow> = mapped(
  object<AlphaWindow>({
    unit: need('unit', oneOf(units)),
    count: need('count', positiveCount),
    isRolling: may('isRolling', yesOrNo),
    calendar: may('calendar', calendar),
  }),
  ({ unit, count, ...rest }) => ({ duration: durationOf(unit, count), ...rest }),
  ({ duration: { unit, count }, ...rest }) => ({ unit: capital(unit), count, ...rest }),
);

const indicator: Shape<Indicator> = mapped(
  object<Indicator['spec']>({ thresholdMetric: may('thresholdMetric', metric) }),
  (spec) => ({ spec }),
  ({ spec }) => spec,
);

const slo = object<SloSpec>({
  description: may('description', text),
  service: need('service', text),
  indicator: may('indicator', indicator),
  timeWindow: may('timeWindows', listOf(timeWindow)),
  budgetingMethod: need('budgetingMethod', oneOf(budgetingMethods)),
  objectives: need(
    'objectives',
    listOf(
      object<Objective>({
        displayName: may('displayName', text),
        op: may('op', oneOf(operators)),
        value: may('value', number),
        target: may('target', number),
        timeSliceTarget: may('timeSliceTarget', number),
        ratioMetrics: may(
          'ratioMetrics',
          object<RatioMetric>({
            counter: may('incremental', yesOrNo),
            good: may('good', metric),
            total: may('total', metric),
          }),
        ),
      }),
    ),
  ),
});

/** How openslo/v1alpha writes each kind. */
export const v1alphaKinds = { SLO: slo, Service: service } satisfies Kinds;

function durationOf(unit: (typeof units)[number], count: number): Duration {
  return { count, unit: unit.toLowerCase() as DurationUnit };
}

function capital(unit: DurationUnit): Capital<DurationUnit> {
  return `${unit.charAt(0).toUpperCase()}${unit.slice(1)}` as Capital<DurationUnit>;
}
