import type { Minute } from '../minutes/index.ts';
import { BadObjective } from './bad-objective.ts';
import { checkWindow, type Window } from './window.ts';

/**
 * How good and bad are reckoned (OpenSLO `budgetingMethod`): by events, by slices of time that kept
 * their own target, or by the mean of the slices' ratios.
 */
export type Method =
  | { readonly kind: 'occurrences' }
  | { readonly kind: 'timeslices'; readonly sliceMinutes: number; readonly sliceTarget: number }
  | { readonly kind: 'ratio-timeslices'; readonly sliceMinutes: number };

/**
 * What time that was not measured counts as. `good` and `bad` take it to have had the window's mean
 * traffic; `exclude` leaves it out; `freeze` leaves it out and judges as of the last measured minute.
 */
export type MissingPolicy = 'good' | 'bad' | 'exclude' | 'freeze';

/** A target and the minute from which it is in force, until the next one's. */
export interface TargetInForce {
  readonly from: Minute;
  /** Share of good, at least 0 and below 1. */
  readonly target: number;
}

export interface Objective {
  readonly method: Method;
  readonly window: Window;
  /** In order of `from`. Each minute is judged by the target in force then; before the first none is. */
  readonly targets: readonly TargetInForce[];
  readonly missing: MissingPolicy;
}

/** Errors: throws `BadObjective` for the first thing that is wrong with it. */
export function checkObjective({ method, window, targets }: Objective): void {
  if (targets.length === 0) throw new BadObjective('no-target', '');
  for (const [index, { from, target }] of targets.entries()) {
    if (!(target >= 0 && target < 1)) throw new BadObjective('bad-target', target);
    const before = targets[index - 1]?.from ?? Number.NEGATIVE_INFINITY;
    if (!(from > before)) throw new BadObjective('targets-out-of-order', from);
  }
  if (method.kind !== 'occurrences') checkSlice(method.sliceMinutes);
  if (method.kind === 'timeslices' && !(method.sliceTarget > 0 && method.sliceTarget <= 1))
    throw new BadObjective('bad-slice', method.sliceTarget);
  checkWindow(window);
}

function checkSlice(minutes: number): void {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440)
    throw new BadObjective('bad-slice', minutes);
}

/** The cells that an objective sums over, in minutes: its slices, or single minutes. */
export function cellMinutes(method: Method): number {
  return method.kind === 'occurrences' ? 1 : method.sliceMinutes;
}

/** The target in force at a minute; undefined before the first. */
export function targetAt(targets: readonly TargetInForce[], minute: Minute): number | undefined {
  return targets.findLast(({ from }) => from <= minute)?.target;
}

/**
 * The share of errors that a target allows, without the noise of subtracting in binary: 0.001 for
 * 0.999, so that exactly a thousand of a million are within it.
 */
export function errorBudget(target: number): number {
  return Math.round((1 - target) * 1e12) / 1e12;
}
