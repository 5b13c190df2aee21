import type { CalendarUnit, Method, MissingPolicy, Objective, Window } from '../budget/index.ts';
import type { Minute } from '../minutes/index.ts';
import { type Duration, nominalSeconds } from './duration.ts';
import type { DocumentOf, Objective as Said, TimeWindow } from './model.ts';

/** What OpenSLO does not say of an objective. */
export interface InForce {
  /** The minute from which its target counts. */
  readonly from: Minute;
  readonly missing: MissingPolicy;
}

/**
 * The objective that one entry of an SLO's `objectives` sets, ready for the arithmetic; null when
 * the SLO says too little of it (`checkOpenslo` names what). A rolling month counts 30 days, a
 * quarter 90, a year 365, as in OpenSLO's SDK; v1alpha's slices, which have no length, a minute.
 * @param index which of the objectives, from 0
 */
export function objectiveOf(
  { spec }: DocumentOf<'SLO'>,
  index: number,
  { from, missing }: InForce,
): Objective | null {
  const said = spec.objectives[index];
  const [first, ...more] = spec.timeWindow ?? [];
  if (said === undefined || first === undefined || more.length > 0) return null;
  const window = windowOf(first);
  const method = methodOf(spec.budgetingMethod, said);
  const target = said.target ?? shareOf(said.targetPercent);
  if (window === null || method === null || target === undefined) return null;
  return { method, window, targets: [{ from, target }], missing };
}

/** 99.95 → 0.9995, without the noise of dividing in binary. */
export function shareOf(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Number((percent / 100).toPrecision(15));
}

function methodOf(method: DocumentOf<'SLO'>['spec']['budgetingMethod'], said: Said): Method | null {
  if (method === 'Occurrences') return { kind: 'occurrences' };
  const length = said.timeSliceWindow ?? 1;
  const sliceMinutes = typeof length === 'number' ? length : nominalSeconds(length) / 60;
  if (method === 'RatioTimeslices') return { kind: 'ratio-timeslices', sliceMinutes };
  const { timeSliceTarget: sliceTarget } = said;
  return sliceTarget === undefined ? null : { kind: 'timeslices', sliceMinutes, sliceTarget };
}

function windowOf({ duration, isRolling, calendar }: TimeWindow): Window | null {
  if (isRolling === true) {
    return calendar ? null : { kind: 'rolling', minutes: nominalSeconds(duration) / 60 };
  }
  const { startTime, timeZone } = calendar ?? {};
  const period = periodOf(duration);
  if (timeZone === undefined || startTime === undefined || period === null) return null;
  return { kind: 'calendar', ...period, timeZone, anchor: startTime.trim().replace(' ', 'T') };
}

/** Calendars know no hours: those that make whole days are days. */
function periodOf({ count, unit }: Duration): { unit: CalendarUnit; count: number } | null {
  if (unit !== 'second' && unit !== 'minute' && unit !== 'hour') return { unit, count };
  const days = nominalSeconds({ count, unit }) / 86_400;
  return Number.isInteger(days) ? { unit: 'day', count: days } : null;
}
