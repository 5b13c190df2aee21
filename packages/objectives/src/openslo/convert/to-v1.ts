import type { Path } from '../../problems/index.ts';
import { type Duration, formatDuration, nominalSeconds } from '../duration.ts';
import type {
  DocumentOf,
  Indicator,
  Metric,
  Objective,
  OpensloDocument,
  RatioMetric,
  SliSpec,
  SloSpec,
  TimeWindow,
} from '../model.ts';
import type { Note } from './change.ts';
import { jsonOf } from './json-of.ts';
import { mapMetrics } from './map-metrics.ts';

const to = 'openslo/v1';

/** What openslo/v1 can say of a document, and notes of what it cannot. */
export function fitV1(document: OpensloDocument, note: Note): readonly OpensloDocument[] {
  if (document.version === to) return [document];
  if (document.kind === 'BudgetAdjustment') {
    const { kind, metadata } = document;
    note(document, 'document-left-out', [], { kind, name: metadata.name, reason: 'kind', to });
    return [];
  }
  if (document.version === 'openslo/v1alpha') {
    return document.kind === 'SLO' ? fromAlpha(document, note) : [document];
  }
  if (document.kind === 'SLI')
    return [{ ...document, spec: fromV2Sli(document, ['spec'], document.spec, note) }];
  return document.kind === 'SLO' ? [fromV2Slo(document, note)] : [document];
}

function fromV2Sli(document: OpensloDocument, path: Path, spec: SliSpec, note: Note): SliSpec {
  return mapMetrics(spec, path, (metric, at) => fromV2Metric(document, metric, at, note));
}

function fromV2Metric(document: OpensloDocument, metric: Metric, path: Path, note: Note): Metric {
  const { dataSource, ...source } = metric.source;
  if (dataSource === undefined) return metric;
  const { type, ...rest } = dataSource;
  for (const key of Object.keys(rest)) {
    const what = key === 'extras' ? Object.keys(rest.extras ?? {}).join(', ') : key;
    note(document, 'left-out', [...path, 'dataSourceSpec', ...(key === 'extras' ? [] : [key])], {
      what,
      to,
    });
  }
  return { ...metric, source: { ...source, type } };
}

function fromV2Slo(document: DocumentOf<'SLO'>, note: Note): DocumentOf<'SLO'> {
  const fit = ({ spec, ...rest }: Indicator, path: Path): Indicator => ({
    ...rest,
    spec: fromV2Sli(document, [...path, 'spec'], spec, note),
  });
  const { indicator, objectives } = document.spec;
  const fitted = objectives.map(({ labels, ...objective }, index): Objective => {
    const path = ['spec', 'objectives', index];
    if (labels !== undefined)
      note(document, 'left-out', [...path, 'labels'], { what: 'labels', to });
    if (objective.indicator === undefined) return objective;
    return { ...objective, indicator: fit(objective.indicator, [...path, 'indicator']) };
  });
  const own = indicator && { indicator: fit(indicator, ['spec', 'indicator']) };
  return { ...document, spec: { ...document.spec, ...own, objectives: fitted } };
}

function fromAlpha(document: DocumentOf<'SLO'>, note: Note): readonly DocumentOf<'SLO'>[] {
  const { spec } = document;
  const windows = spec.timeWindow?.map((window, index) => inMinutes(document, window, index, note));
  const common: SloSpec = { ...spec, ...(windows && { timeWindow: windows }) };
  const objectives = spec.objectives.map((objective, index) =>
    withSlice(document, withoutThreshold(document, objective, index, note), index, note),
  );
  const metrics = spec.objectives.map(({ ratioMetrics }) => ratioMetrics);
  const [first] = metrics;
  if (metrics.every((one) => one === undefined)) {
    const indicator = spec.indicator && named(document, spec.indicator, note);
    return [{ ...document, spec: { ...common, objectives, ...(indicator && { indicator }) } }];
  }
  if (spec.indicator !== undefined) {
    note(document, 'left-out', ['spec', 'indicator'], { what: 'indicator', to });
  }
  if (first !== undefined && metrics.every((one) => jsonOf(one) === jsonOf(first))) {
    return [{ ...document, spec: shared(document, { ...common, objectives }, first, note) }];
  }
  return split(document, { ...common, objectives }, note);
}

/** v1alpha wants a value beside a ratio too, where it says nothing; v1 has it for thresholds only. (go-sdk: pkg/openslo/v1/slo.go.) */
function withoutThreshold(
  document: DocumentOf<'SLO'>,
  objective: Objective,
  index: number,
  note: Note,
): Objective {
  if (objective.ratioMetrics === undefined) return objective;
  const { op, value, ...rest } = objective;
  for (const [what, said] of Object.entries({ op, value })) {
    const path = ['spec', 'objectives', index, what];
    if (said !== undefined) note(document, 'left-out', path, { what, to });
  }
  return rest;
}

/** All objectives had the same metrics: they are the indicator of the SLO. */
function shared(
  document: DocumentOf<'SLO'>,
  spec: SloSpec,
  ratioMetric: RatioMetric,
  note: Note,
): SloSpec {
  const path = ['spec', 'objectives', 0, 'ratioMetrics'];
  note(document, 'said-otherwise', path, {
    from: 'ratioMetrics',
    as: 'indicator.spec.ratioMetric',
    to,
  });
  const indicator = named(document, { spec: { ratioMetric } }, note);
  const objectives = spec.objectives.map(({ ratioMetrics: _, ...objective }) => objective);
  return { ...spec, indicator, objectives };
}

function split(
  document: DocumentOf<'SLO'>,
  spec: SloSpec,
  note: Note,
): readonly DocumentOf<'SLO'>[] {
  const { name } = document.metadata;
  const names = spec.objectives.map((_, index) => `${name}-${index + 1}`);
  note(document, 'split', ['spec', 'objectives'], { names, to });
  return spec.objectives.map(({ ratioMetrics, ...objective }, index) => {
    const metadata = { ...document.metadata, name: names[index] ?? name };
    const { indicator: _, ...rest } = spec;
    const indicator = ratioMetrics && {
      indicator: { metadata: { name: metadata.name }, spec: { ratioMetric: ratioMetrics } },
    };
    return { ...document, metadata, spec: { ...rest, ...indicator, objectives: [objective] } };
  });
}

/** v1 wants a name for every indicator, and v1alpha has none. */
function named(document: DocumentOf<'SLO'>, indicator: Indicator, note: Note): Indicator {
  const { name } = document.metadata;
  note(document, 'added', ['spec', 'indicator'], {
    key: 'indicator.metadata.name',
    value: name,
    to,
  });
  return { metadata: { name }, ...indicator };
}

function withSlice(
  document: DocumentOf<'SLO'>,
  objective: Objective,
  index: number,
  note: Note,
): Objective {
  const said = Object.hasOwn(objective.extras ?? {}, 'timeSliceWindow');
  if (document.spec.budgetingMethod === 'Occurrences' || said) return objective;
  const path = ['spec', 'objectives', index, 'timeSliceWindow'];
  note(document, 'added', path, { key: 'timeSliceWindow', value: '1m', to });
  return { ...objective, timeSliceWindow: { count: 1, unit: 'minute' } };
}

function inMinutes(
  document: DocumentOf<'SLO'>,
  window: TimeWindow,
  index: number,
  note: Note,
): TimeWindow {
  const { count, unit } = window.duration;
  if (unit !== 'second') return window;
  const seconds = Math.ceil(count / 60) * 60;
  const duration = largestOf(seconds);
  const as = formatDuration(duration);
  const from = `${count} Second`;
  const path = ['spec', 'timeWindow', index, 'unit'];
  if (seconds === count) note(document, 'said-otherwise', path, { from, as, to });
  else note(document, 'rounded', path, { from, as });
  return { ...window, duration };
}

function largestOf(seconds: number): Duration {
  for (const unit of ['day', 'hour'] as const) {
    const length = nominalSeconds({ count: 1, unit });
    if (seconds % length === 0) return { count: seconds / length, unit };
  }
  return { count: seconds / 60, unit: 'minute' };
}
