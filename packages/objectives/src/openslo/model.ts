import type { Path, Place } from '../problems/index.ts';
import type { Duration } from './duration.ts';
import type { WithExtras } from './shape/shape.ts';

export const versions = ['openslo/v1alpha', 'openslo/v1', 'openslo.com/v2alpha'] as const;
export type Version = (typeof versions)[number];

/** Every kind of every version; `BudgetAdjustment` is of v2alpha alone. */
export type Kind = keyof Specs;

interface Specs {
  readonly SLO: SloSpec;
  readonly SLI: SliSpec;
  readonly Service: ServiceSpec;
  readonly DataSource: DataSourceSpec;
  readonly AlertPolicy: AlertPolicySpec;
  readonly AlertCondition: AlertConditionSpec;
  readonly AlertNotificationTarget: AlertTargetSpec;
  readonly BudgetAdjustment: AdjustmentSpec;
}

export type SpecOf<Name extends Kind> = Specs[Name];

export interface DocumentOf<Name extends Kind> extends WithExtras {
  /** The version it was read as. */
  readonly version: Version;
  readonly kind: Name;
  readonly metadata: Metadata;
  readonly spec: SpecOf<Name>;
  /** Where something of it stands, by its path in the version it was read as. */
  readonly placeOf: (path: Path, at?: 'key' | 'value') => Place;
}

/** One OpenSLO object of any version. Everything it said is in here. */
export type OpensloDocument = { [Name in Kind]: DocumentOf<Name> }[Kind];

export interface Metadata extends WithExtras {
  readonly name: string;
  readonly displayName?: string;
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface SloSpec extends WithExtras {
  readonly description?: string;
  readonly service: string;
  readonly indicator?: Indicator;
  readonly indicatorRef?: string;
  readonly timeWindow?: readonly TimeWindow[];
  readonly budgetingMethod: BudgetingMethod;
  readonly objectives: readonly Objective[];
  readonly alertPolicies?: readonly PolicyItem[];
}

export const budgetingMethods = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const;
export type BudgetingMethod = (typeof budgetingMethods)[number];
export const operators = ['lte', 'gte', 'lt', 'gt'] as const;
export type Operator = (typeof operators)[number];

/** An SLI written where it is used; v1alpha gives it no name. */
export interface Indicator extends WithExtras {
  readonly metadata?: Metadata;
  readonly spec: SliSpec;
}

export interface TimeWindow extends WithExtras {
  readonly duration: Duration;
  readonly isRolling?: boolean;
  readonly calendar?: Calendar;
}

export interface Calendar extends WithExtras {
  /** `2022-01-01 12:00:00`, local to the zone. */
  readonly startTime?: string;
  /** An IANA name. */
  readonly timeZone?: string;
}

export interface Objective extends WithExtras {
  readonly displayName?: string;
  readonly op?: Operator;
  readonly value?: number;
  /** A share, 0 to 1. */
  readonly target?: number;
  /** Percent, 0 to 100. */
  readonly targetPercent?: number;
  readonly timeSliceTarget?: number;
  /** A bare number counts minutes. */
  readonly timeSliceWindow?: Duration | number;
  /** Composite SLOs: the indicator of this part. */
  readonly indicator?: Indicator;
  readonly indicatorRef?: string;
  readonly compositeWeight?: number;
  /** v1alpha: each objective has metrics of its own, which make no composite. */
  readonly ratioMetrics?: RatioMetric;
  /** v2alpha. */
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
}

export interface SliSpec extends WithExtras {
  readonly description?: string;
  readonly thresholdMetric?: Metric;
  readonly ratioMetric?: RatioMetric;
}

export interface RatioMetric extends WithExtras {
  readonly counter?: boolean;
  readonly good?: Metric;
  readonly bad?: Metric;
  readonly total?: Metric;
  readonly rawType?: 'success' | 'failure';
  readonly raw?: Metric;
}

export interface Metric extends WithExtras {
  readonly source: MetricSource;
}

export interface MetricSource extends WithExtras {
  /** Name of a DataSource. */
  readonly ref?: string;
  readonly type?: string;
  /** v2alpha: the data source written where it is used. */
  readonly dataSource?: DataSourceSpec;
  /** Whatever the data source needs; usually `query`. */
  readonly spec?: Readonly<Record<string, unknown>>;
}

export interface ServiceSpec extends WithExtras {
  readonly description?: string;
}

export interface DataSourceSpec extends WithExtras {
  readonly description?: string;
  readonly type: string;
  readonly connectionDetails?: unknown;
}

/** An object that is either named or written out. */
interface Item<Spec> extends WithExtras {
  readonly ref?: string;
  readonly kind?: string;
  readonly metadata?: Metadata;
  readonly spec?: Spec;
}

export type PolicyItem = Item<AlertPolicySpec>;
export type ConditionItem = Item<AlertConditionSpec>;
export type TargetItem = Item<AlertTargetSpec>;

export interface AlertPolicySpec extends WithExtras {
  readonly description?: string;
  readonly alertWhenNoData?: boolean;
  readonly alertWhenBreaching?: boolean;
  readonly alertWhenResolved?: boolean;
  readonly conditions?: readonly ConditionItem[];
  readonly notificationTargets?: readonly TargetItem[];
}

export interface AlertConditionSpec extends WithExtras {
  readonly description?: string;
  readonly severity: string;
  readonly condition: BurnCondition;
}

export interface BurnCondition extends WithExtras {
  readonly kind?: 'burnrate';
  readonly op?: Operator;
  /** A burn rate. */
  readonly threshold?: number;
  readonly lookbackWindow?: Duration;
  readonly alertAfter?: Duration;
}

export interface AlertTargetSpec extends WithExtras {
  readonly description?: string;
  readonly target: string;
}

export interface AdjustmentSpec extends WithExtras {
  readonly description?: string;
  readonly service?: string;
  readonly indicatorRef?: string;
  readonly startTime?: string;
  readonly endTime?: string;
  readonly duration?: Duration;
}
