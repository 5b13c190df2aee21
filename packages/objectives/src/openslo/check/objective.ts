import type { Path } from '../../problems/index.ts';
import { formatDuration, nominalSeconds } from '../duration.ts';
import type { DocumentOf, Objective, SliSpec } from '../model.ts';
import type { Checking } from './findings.ts';
import { checkOneOf } from './reference.ts';

const share = { minimum: { at: 0, inclusive: false }, maximum: { at: 1, inclusive: false } };
const sliceShare = { minimum: share.minimum, maximum: { at: 1, inclusive: true } };
const percent = { minimum: share.minimum, maximum: { at: 100, inclusive: false } };

/** @param sli what the objective judges; undefined when nobody knows */
export function checkObjective(
  { spec, version }: DocumentOf<'SLO'>,
  objective: Objective,
  path: Path,
  sli: SliSpec | undefined,
  checking: Checking,
): void {
  checkTarget(objective, path, checking);
  const isAlpha = version === 'openslo/v1alpha';
  checkSlices(spec.budgetingMethod, objective, path, { isAlpha, checking });
  checkSliceLength(spec.timeWindow, objective, path, checking);
  const ratio = sli?.ratioMetric ?? objective.ratioMetrics;
  for (const key of ['op', 'value'] as const) {
    const given = objective[key] !== undefined;
    if (sli?.thresholdMetric && !given) {
      checking.problem('threshold-needs', [...path, key], { key });
    }
    // v1alpha itself asks for a value everywhere.
    if (ratio && given && !(isAlpha && key === 'value')) {
      checking.warning('ratio-ignores', [...path, key], { key }, 'key');
    }
  }
  if (objective.compositeWeight !== undefined && !(objective.compositeWeight > 0)) {
    const value = String(objective.compositeWeight);
    const range = { minimum: share.minimum, maximum: null };
    checking.problem('out-of-range', [...path, 'compositeWeight'], { value, ...range });
  }
}

function checkTarget({ target, targetPercent }: Objective, path: Path, checking: Checking): void {
  checkOneOf({ target, targetPercent }, path, checking);
  const { problem, warning } = checking;
  if (target !== undefined && !(target > 0 && target < 1)) {
    problem('out-of-range', [...path, 'target'], { value: String(target), ...share });
  }
  if (targetPercent === undefined) return;
  const at = [...path, 'targetPercent'];
  const value = String(targetPercent);
  if (!(targetPercent > 0 && targetPercent < 100))
    problem('out-of-range', at, { value, ...percent });
  else if (targetPercent < 1) warning('percent-as-share', at, { value });
}

function checkSlices(
  method: DocumentOf<'SLO'>['spec']['budgetingMethod'],
  { timeSliceTarget, timeSliceWindow }: Objective,
  path: Path,
  { isAlpha, checking: { problem, warning } }: { isAlpha: boolean; checking: Checking },
): void {
  // v1alpha has no length of slices.
  const wants = {
    timeSliceTarget: method === 'Timeslices',
    timeSliceWindow: method !== 'Occurrences' && !isAlpha,
  };
  for (const [key, value] of Object.entries({ timeSliceTarget, timeSliceWindow })) {
    const wanted = wants[key as keyof typeof wants];
    if (wanted && value === undefined) problem('method-needs', [...path, key], { method, key });
    if (!wanted && value !== undefined) {
      warning('method-ignores', [...path, key], { method, key }, 'key');
    }
  }
  if (timeSliceTarget !== undefined && !(timeSliceTarget > 0 && timeSliceTarget <= 1)) {
    const value = String(timeSliceTarget);
    problem('out-of-range', [...path, 'timeSliceTarget'], { value, ...sliceShare });
  }
}

function checkSliceLength(
  windows: DocumentOf<'SLO'>['spec']['timeWindow'],
  { timeSliceWindow }: Objective,
  path: Path,
  { problem }: Checking,
): void {
  const whole = windows?.[0]?.duration;
  if (timeSliceWindow === undefined || whole === undefined) return;
  const bare = typeof timeSliceWindow === 'number';
  const seconds = bare ? timeSliceWindow * 60 : nominalSeconds(timeSliceWindow);
  if (seconds <= nominalSeconds(whole)) return;
  const slice = bare ? `${timeSliceWindow}m` : formatDuration(timeSliceWindow);
  const window = formatDuration(whole);
  problem('slice-over-window', [...path, 'timeSliceWindow'], { slice, window });
}
