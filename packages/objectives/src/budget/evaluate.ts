import type { Minute, Span } from '../minutes/index.ts';
import { judgeSpan } from './allowance.ts';
import { type Ledger, lastMeasured, sumLedger } from './ledger.ts';
import { errorBudget, type Objective, targetAt } from './objective.ts';
import { spanOf } from './window.ts';

/** The budget of one SLO at one moment. Its units are events, or slices of time. */
export interface BudgetState {
  /** What it was judged as of: earlier than asked for when frozen. */
  readonly asOf: Minute;
  readonly frozen: boolean;
  /** The window: a calendar period is whole, and only its part up to `asOf` has happened. */
  readonly window: Span;
  /** Where judging began: the window's start, or later when no target was in force, or nothing known. */
  readonly from: Minute;
  /** Whether the window is known from its start. */
  readonly full: boolean;
  /** The target in force at `asOf`. */
  readonly target: number;
  readonly total: number;
  readonly bad: number;
  /** Share of good; null when there was nothing to judge. */
  readonly sli: number | null;
  /** Units that may be bad in the window: for slices the whole period's, for events those so far. */
  readonly allowed: number;
  /** Allowed less bad; below zero when overspent. */
  readonly remaining: number;
  /** `remaining` as a share of `allowed`; null when nothing is allowed. */
  readonly remainingShare: number | null;
  /** How fast the budget went on average: 1 is just all of it over the window. */
  readonly burn: number | null;
  readonly coverage: Coverage;
}

/** How much of the time that should count was measured. */
export interface Coverage {
  /** Milliseconds. */
  readonly measured: number;
  /** Milliseconds, without corrected time. */
  readonly expected: number;
  /** Milliseconds that corrections took out. */
  readonly corrected: number;
  /** Measured of expected; null when all was corrected away. */
  readonly share: number | null;
  /** Units that the missing-data policy put in, good or bad. */
  readonly assumed: number;
}

/**
 * The budget at `now`. Null before any target is in force, or when the policy is to freeze and
 * nothing has been measured.
 *
 * A minute allows what the target in force at that minute allows: a new target changes no past.
 * Errors: throws `RangeError` when the ledger ends before `now`: time that nobody looked at would go
 * uncounted.
 */
export function evaluateBudget(
  objective: Objective,
  ledger: Ledger,
  now: Minute,
): BudgetState | null {
  if (Math.floor(now / ledger.cellMinutes) > ledger.firstCell + ledger.cells)
    throw new RangeError(`the ledger ends before minute ${now}`);
  const asOf = objective.missing === 'freeze' ? lastMeasured(ledger, now) : now;
  if (asOf === null) return null;
  const target = targetAt(objective.targets, asOf - 1);
  const since = objective.targets[0]?.from;
  if (target === undefined || since === undefined) return null;
  // A period belongs to its last minute: at the very end of a month it is still that month.
  const window = spanOf(objective.window, objective.window.kind === 'calendar' ? asOf - 1 : asOf);
  const known = ledger.firstCell * ledger.cellMinutes;
  const from = Math.max(window.from, since, known);
  const span = { from, to: asOf };
  const sums = sumLedger(ledger, span);
  const judged = judgeSpan(objective, ledger, span);
  const soFar = judged.allowed;
  const allowed = soFar + allowedToCome(objective, ledger, { from: asOf, to: window.to });
  const { total, bad } = judged;
  const corrected = wholeCells(ledger, span) * ledger.cellMinutes * 60_000 - sums.expected;
  const { measured, expected } = sums;
  return {
    asOf,
    frozen: asOf < now,
    window,
    from,
    full: from === window.from,
    target,
    total,
    bad,
    sli: total === 0 ? null : 1 - bad / total,
    allowed,
    remaining: allowed - bad,
    remainingShare: allowed === 0 ? null : 1 - bad / allowed,
    burn: soFar === 0 ? null : bad / soFar,
    coverage: {
      measured,
      expected,
      corrected: Math.max(corrected, 0),
      share: expected === 0 ? null : measured / expected,
      assumed: judged.assumed,
    },
  };
}

/**
 * Slices of a period that are still to come bring their budget with them, each that of the target
 * which will be in force at its start; events cannot be foreseen.
 */
function allowedToCome(
  { method, targets }: Objective,
  { cellMinutes }: Ledger,
  ahead: Span,
): number {
  if (method.kind === 'occurrences') return 0;
  const first = Math.floor(ahead.from / cellMinutes);
  const end = Math.floor(ahead.to / cellMinutes);
  const place = (minute: Minute) => Math.min(Math.max(Math.ceil(minute / cellMinutes), first), end);
  return targets.reduce((sum, { from, target }, index) => {
    const until = targets[index + 1]?.from ?? ahead.to;
    const slices = place(until) - place(from);
    return slices > 0 ? sum + slices * errorBudget(target) : sum;
  }, 0);
}

function wholeCells(ledger: Ledger, { from, to }: Span): number {
  const first = Math.max(Math.ceil(from / ledger.cellMinutes), ledger.firstCell);
  const last = Math.min(Math.floor(to / ledger.cellMinutes), ledger.firstCell + ledger.cells);
  return Math.max(last - first, 0);
}
