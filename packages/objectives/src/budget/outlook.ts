import type { Minute } from '../minutes/index.ts';
import type { BudgetState } from './evaluate.ts';
import { type Ledger, sumLedger } from './ledger.ts';
import type { Objective } from './objective.ts';

/** What becomes of a budget from here. */
export interface Outlook {
  /** When it is whole again if nothing more fails: the period's end, or when the last bad minute leaves. */
  readonly resetsAt: Minute | null;
  /** An overspent one: when it is no longer so if nothing more fails and traffic stays; else null. */
  readonly recoversAt: Minute | null;
  /** Minutes until it is spent at `burn`: 0 when it is, null when it never will be. */
  readonly minutesLeft: number | null;
}

/** @param burn how fast the budget goes now, as of a short window; 1 spends it all in one window */
export function outlookOf(
  objective: Objective,
  ledger: Ledger,
  state: BudgetState,
  burn: number | null,
): Outlook {
  const minutesLeft = timeLeft(objective, state, burn);
  if (objective.window.kind === 'calendar') {
    const recoversAt = state.remaining < 0 ? state.window.to : null;
    return { resetsAt: state.window.to, recoversAt, minutesLeft };
  }
  const length = objective.window.minutes;
  return {
    resetsAt: lastBefore(ledger, state, 0, length),
    recoversAt: state.remaining < 0 ? lastBefore(ledger, state, state.allowed, length) : null,
    minutesLeft,
  };
}

/** Remaining share × window ÷ burn; in a calendar period it may outlast the period, and is then null. */
function timeLeft({ window }: Objective, state: BudgetState, burn: number | null): number | null {
  if (state.remainingShare === null || burn === null) return null;
  if (state.remainingShare <= 0) return 0;
  if (burn <= 0) return null;
  const left = (state.remainingShare * (state.window.to - state.window.from)) / burn;
  if (window.kind === 'calendar' && state.asOf + left > state.window.to) return null;
  return left;
}

/**
 * When no more than `allowed` of the bad units known now will be in the rolling window; null when
 * that is so already, or when they are only assumed.
 */
function lastBefore(
  ledger: Ledger,
  state: BudgetState,
  allowed: number,
  length: number,
): Minute | null {
  const size = ledger.cellMinutes;
  const badFrom = (from: Minute) => sumLedger(ledger, { from, to: state.asOf }).bad;
  if (badFrom(state.from) <= allowed) return null;
  let still = Math.ceil(state.from / size);
  let gone = Math.floor(state.asOf / size);
  while (gone - still > 1) {
    const middle = Math.floor((still + gone) / 2);
    if (badFrom(middle * size) > allowed) still = middle;
    else gone = middle;
  }
  return gone * size + length;
}
