import { type AlertPolicy, checkTiers, type TierComplaint } from '../alerts/index.ts';
import { checkObjective, errorBudget, type Ledger, type Objective } from '../budget/index.ts';
import type { Minute, Span } from '../minutes/index.ts';
import { type BudgetCurve, budgetCurve, type WindowShares, windowShares } from './budget-curve.ts';
import { type HistoryRead, readHistory } from './history-read.ts';
import { type Firing, replayTarget } from './replay-target.ts';

/** Something that people declared an incident. */
export interface Incident extends Span {
  readonly id: string;
}

export interface ReplayOptions {
  readonly policy: AlertPolicy;
  /** Its targets are not used: each candidate is taken to have been in force all the time. */
  readonly objective: Objective;
  /** Minutes with corrections taken out; it begins a window before `span`, where there is history. */
  readonly ledger: Ledger;
  readonly span: Span;
  readonly targets: readonly number[];
  readonly incidents: readonly Incident[];
  /** Minutes after an incident's end in which a page still counts as catching it. */
  readonly graceMinutes: number;
  /** About how many points of the budget curve to give. */
  readonly curvePoints: number;
  /** From when on a budget is told of that is spent, or drops: before it too little of the window is known. All of `span` when unsaid. */
  readonly spentFrom?: Minute;
  /** From when on the lowest point is looked for; all of `span` when unsaid. */
  readonly lowestFrom?: Minute;
}

/** What one target would have done. */
export interface Replay extends BudgetCurve {
  readonly target: number;
  readonly pages: readonly Firing[];
  readonly tickets: readonly Firing[];
  readonly caught: readonly {
    readonly incident: string;
    readonly firedAt: Minute;
    readonly afterMinutes: number;
  }[];
  readonly missed: readonly string[];
  /** Pages that were on during no declared incident. */
  readonly unexplained: number;
  /** Tiers that could never have fired at this target. */
  readonly dead: readonly TierComplaint[];
}

/** History that was read once, for however many targets. */
export interface Replayer {
  /** What one target would have done. Errors: throws `BadObjective` for one that cannot be. */
  of(target: number): Replay;
  /** The curve that all targets share. @param points about how many to give */
  shares(points: number): WindowShares;
}

/**
 * Reads history once, to be replayed for one target after the other.
 *
 * Errors: throws `BadObjective` for a window that makes no sense, and `RangeError` when the ledger
 * ends before the span does.
 */
export function replayer(options: Omit<ReplayOptions, 'targets'>): Replayer {
  const { policy, objective, ledger, span } = options;
  checkObjective({ ...objective, targets: [{ from: 0, target: 0 }] });
  if (Math.floor(span.to / ledger.cellMinutes) > ledger.firstCell + ledger.cells)
    throw new RangeError(`the ledger ends before minute ${span.to}`);
  const read = readHistory(policy, objective, ledger, span);
  return {
    of(target) {
      checkObjective({ ...objective, targets: [{ from: 0, target }] });
      return replayOne(options, read, target);
    },
    shares: (points) => windowShares(read, points),
  };
}

/**
 * For each candidate target, what it would have told over a span of history: the pages, the declared
 * incidents caught and missed, and the budget's curve.
 *
 * Errors: throws `BadObjective` for a target or window that makes no sense, and `RangeError` when the
 * ledger ends before the span does.
 */
export function replay({ targets, ...options }: ReplayOptions): readonly Replay[] {
  const { of } = replayer(options);
  return targets.map(of);
}

function replayOne(
  {
    policy,
    incidents,
    graceMinutes,
    curvePoints,
    span,
    ...options
  }: Omit<ReplayOptions, 'targets'>,
  read: HistoryRead,
  target: number,
): Replay {
  const { spentFrom = span.from, lowestFrom = span.from } = options;
  const firings = replayTarget(policy, read, target, spentFrom);
  const pages = firings.filter(({ severity }) => severity === 'page');
  const found = incidents.map((incident) => ({
    incident,
    page: pages.find((page) => catches(page, incident, graceMinutes)),
  }));
  return {
    target,
    pages,
    tickets: firings.filter(({ severity }) => severity === 'ticket'),
    caught: found.flatMap(({ incident, page }) =>
      page === undefined
        ? []
        : [
            {
              incident: incident.id,
              firedAt: page.firedAt,
              afterMinutes: Math.max(page.firedAt - incident.from, 0),
            },
          ],
    ),
    missed: found.flatMap(({ incident, page }) => (page === undefined ? [incident.id] : [])),
    unexplained: pages.filter(
      (page) => !incidents.some((each) => catches(page, each, graceMinutes)),
    ).length,
    ...budgetCurve(read, errorBudget(target), { points: curvePoints, lowestFrom }),
    dead: checkTiers(policy.tiers, target, read.lengths.at(-1) ?? 0).filter(
      ({ code }) => code === 'dead',
    ),
  };
}

function catches(
  { firedAt, resolvedAt }: Firing,
  incident: Incident,
  graceMinutes: number,
): boolean {
  return (
    firedAt <= incident.to + graceMinutes && (resolvedAt === null || resolvedAt > incident.from)
  );
}
