import type { Path } from '../../problems/index.ts';
import { formatDuration, nominalSeconds } from '../duration.ts';
import type {
  DocumentOf,
  Metadata,
  Objective,
  OpensloDocument,
  RatioMetric,
  SliSpec,
  SloSpec,
  TimeWindow,
} from '../model.ts';
import { shareOf } from '../objective-of.ts';
import { alphaRatio, alphaThreshold } from './alpha-metrics.ts';
import type { Note, Unsayable } from './change.ts';
import type { Find } from './find.ts';

const to = 'openslo/v1alpha';

/** What openslo/v1alpha can say of a document, and notes of what it cannot. */
export function fitV1alpha(
  document: OpensloDocument,
  note: Note,
  find: Find,
): readonly OpensloDocument[] {
  if (document.version === to) return [document];
  if (document.kind === 'SLO') return fitSlo(document, note, find);
  if (document.kind !== 'Service') return leaveOut(document, 'kind', note);
  return [{ ...document, metadata: fitMetadata(document, note) }];
}

function leaveOut(document: OpensloDocument, reason: Unsayable, note: Note): readonly [] {
  const { kind, metadata } = document;
  note(document, 'document-left-out', [], { kind, name: metadata.name, reason, to });
  return [];
}

function fitMetadata(document: OpensloDocument, note: Note): Metadata {
  const { labels, annotations, ...rest } = document.metadata;
  if (labels) note(document, 'left-out', ['metadata', 'labels'], { what: 'labels', to });
  if (annotations) {
    note(document, 'left-out', ['metadata', 'annotations'], { what: 'annotations', to });
  }
  return rest;
}

function fitSlo(document: DocumentOf<'SLO'>, note: Note, find: Find): readonly DocumentOf<'SLO'>[] {
  const { objectives, alertPolicies, ...spec } = document.spec;
  if (objectives.some((one) => one.indicator !== undefined || one.indicatorRef !== undefined)) {
    return leaveOut(document, 'composite', note);
  }
  const sli = sliOf(document, note, find);
  if (sli === null) return leaveOut(document, 'no-indicator', note);
  const metrics = metricsOf(sli, note, find);
  if (typeof metrics === 'string') return leaveOut(document, metrics, note);
  if (alertPolicies !== undefined) {
    note(document, 'left-out', ['spec', 'alertPolicies'], { what: 'alertPolicies', to });
  }
  const { indicator: _, indicatorRef: __, timeWindow, ...rest } = spec;
  const ratio = 'ratio' in metrics ? metrics.ratio : undefined;
  const fitted: SloSpec = {
    ...rest,
    ...('threshold' in metrics && { indicator: { spec: { thresholdMetric: metrics.threshold } } }),
    ...(timeWindow && {
      timeWindow: timeWindow.map((window, index) => fitWindow(document, window, index, note)),
    }),
    budgetingMethod: fitMethod(document, note),
    objectives: objectives.map((objective, index) =>
      fitObjective(document, objective, { index, ratio, note }),
    ),
  };
  return [{ ...document, metadata: fitMetadata(document, note), spec: fitted }];
}

/** An SLI with where it is written, which may be another document. */
interface PlacedSli {
  readonly document: OpensloDocument;
  readonly path: Path;
  readonly spec: SliSpec;
}

function sliOf(document: DocumentOf<'SLO'>, note: Note, find: Find): PlacedSli | null {
  const { indicator, indicatorRef } = document.spec;
  if (indicator !== undefined) {
    const path = ['spec', 'indicator'];
    if (indicator.metadata !== undefined) {
      note(document, 'left-out', [...path, 'metadata'], { what: 'metadata', to });
    }
    for (const what of Object.keys(indicator.extras ?? {})) {
      note(document, 'left-out', [...path, what], { what, to });
    }
    return { document, path: [...path, 'spec'], spec: indicator.spec };
  }
  const found = indicatorRef === undefined ? undefined : find('SLI', indicatorRef);
  if (found === undefined) return null;
  const facts = { kind: 'SLI', name: found.metadata.name, to };
  note(document, 'written-out', ['spec', 'indicatorRef'], facts);
  return { document: found, path: ['spec'], spec: found.spec };
}

type Metrics =
  | { readonly threshold: NonNullable<SliSpec['thresholdMetric']> }
  | { readonly ratio: RatioMetric };

function metricsOf(
  { document, path, spec }: PlacedSli,
  note: Note,
  find: Find,
): Metrics | Unsayable {
  const { thresholdMetric, ratioMetric, description, extras } = spec;
  const at = { document, note, find };
  const ratio = ratioMetric && alphaRatio(ratioMetric, [...path, 'ratioMetric'], at);
  if (typeof ratio === 'string') return ratio;
  if (ratio === undefined && thresholdMetric === undefined) return 'no-indicator';
  if (description !== undefined) {
    note(document, 'left-out', [...path, 'description'], { what: 'description', to });
  }
  const left = Object.keys(extras ?? {});
  if (ratio !== undefined && thresholdMetric !== undefined) left.push('thresholdMetric');
  for (const what of left) note(document, 'left-out', [...path, what], { what, to });
  if (ratio !== undefined) return { ratio };
  if (thresholdMetric === undefined) return 'no-indicator';
  return { threshold: alphaThreshold(thresholdMetric, [...path, 'thresholdMetric'], at) };
}

function fitMethod(document: DocumentOf<'SLO'>, note: Note): SloSpec['budgetingMethod'] {
  const { budgetingMethod: from } = document.spec;
  if (from !== 'RatioTimeslices') return from;
  const as = 'Occurrences';
  note(document, 'method-replaced', ['spec', 'budgetingMethod'], { from, as, to });
  return as;
}

function fitWindow(
  document: DocumentOf<'SLO'>,
  window: TimeWindow,
  index: number,
  note: Note,
): TimeWindow {
  const { unit, count } = window.duration;
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'year') return window;
  const seconds = { count: nominalSeconds(window.duration), unit: 'second' } as const;
  const duration = unit === 'year' ? ({ count: count * 4, unit: 'quarter' } as const) : seconds;
  const as = `${duration.count} ${duration.unit === 'second' ? 'Second' : 'Quarter'}`;
  const from = formatDuration(window.duration);
  const path = ['spec', 'timeWindow', index, 'duration'];
  note(document, 'said-otherwise', path, { from, as, to });
  return { ...window, duration };
}

function fitObjective(
  document: DocumentOf<'SLO'>,
  objective: Objective,
  { index, ratio, note }: { index: number; ratio: RatioMetric | undefined; note: Note },
): Objective {
  const path = ['spec', 'objectives', index];
  const { targetPercent, timeSliceWindow, compositeWeight, labels, op, ...rest } = objective;
  const gone = { timeSliceWindow, compositeWeight, labels, ...(ratio && { op }) };
  for (const [what, value] of Object.entries(gone)) {
    if (value !== undefined) note(document, 'left-out', [...path, what], { what, to });
  }
  const target = objective.target ?? shareOf(targetPercent);
  if (targetPercent !== undefined) {
    const at = [...path, 'targetPercent'];
    const facts = { from: `targetPercent: ${targetPercent}`, as: `target: ${String(target)}`, to };
    note(document, 'said-otherwise', at, facts);
  }
  if (ratio && rest.value === undefined) {
    note(document, 'added', [...path, 'value'], { key: 'value', value: '1', to });
  }
  return {
    ...rest,
    ...(target !== undefined && { target }),
    ...(op !== undefined && !ratio && { op }),
    ...(ratio && { value: rest.value ?? 1, ratioMetrics: ratio }),
  };
}
