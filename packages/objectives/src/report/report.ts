import {
  type AlertPolicy,
  checkTiers,
  standardTiers,
  type Tier,
  type TierComplaint,
  usualPolicy,
} from '../alerts/index.ts';
import {
  type BudgetState,
  checkObjective,
  evaluateBudget,
  judgeSpan,
  type Objective,
  type Outlook,
  outlookOf,
  type PartStanding,
  partStandings,
} from '../budget/index.ts';
import type { Minute, Span } from '../minutes/index.ts';
import type { LogHistory } from './counted.ts';
import type { CountedMinute } from './counted-minute.ts';
import { type ExplainedFiring, tellAll } from './firings.ts';
import { judgeLogs, type LogCounts } from './judge-logs.ts';
import { type Bucket, bucketsOf, type Plot, plotOf } from './plot.ts';

/** What the logs of a service say about one SLO. */
export interface Report {
  readonly objective: Objective;
  readonly target: number;
  /** What the logs cover, as `LogHistory` has it. */
  readonly logs: Omit<LogHistory, 'history'>;
  /** As of the end of the logs. */
  readonly budget: BudgetState;
  /** The parts of a composite over the budget's window; empty where there is one indicator. */
  readonly parts: readonly PartStanding[];
  readonly outlook: Outlook;
  readonly burns: readonly WindowBurn[];
  /** Those that its alerts were judged by; empty when none burns. */
  readonly tiers: readonly Tier[];
  readonly firings: readonly ExplainedFiring[];
  readonly held: readonly ExplainedFiring[];
  /** Tiers that can never fire at this target. */
  readonly dead: readonly TierComplaint[];
  /** The hours that failed most, the worst first. */
  readonly worstHours: readonly Bucket[];
  /** Routes by what failed in the budget's window, the worst first; empty when none is declared. */
  readonly routes: readonly RouteCounts[];
  readonly plot: Plot;
  /** The lowest share of the budget that remained; null when nothing was to judge. */
  readonly lowest: number | null;
}

/** How fast the budget goes at the end of the logs. */
export interface WindowBurn {
  readonly minutes: number;
  readonly bad: number;
  readonly total: number;
  readonly burn: number | null;
}

export interface RouteCounts {
  readonly name: string;
  readonly good: number;
  readonly bad: number;
}

export type ReportOptions = LogCounts & {
  /** With one target, in force since before the logs begin. */
  readonly objective: Objective;
  /** The usual one when unsaid. */
  readonly policy?: AlertPolicy | undefined;
  readonly routes: readonly { readonly name: string; readonly minutes: readonly CountedMinute[] }[];
  /** About how many points to draw. */
  readonly points: number;
};

const worstShown = 5;
const hour = 60;

/**
 * Judges the minutes of logs as one SLO would have been judged live.
 * @returns null when there is no minute
 * Errors: throws `BadObjective` when no budget can be kept for the objective.
 */
export function makeReport({
  objective,
  policy: said,
  routes,
  points,
  ...counts
}: ReportOptions): Report | null {
  checkObjective(objective);
  const counted = judgeLogs(objective, counts);
  if (counted === null) return null;
  const { logs, ledger } = counted;
  const { history, span } = logs;
  const budget = evaluateBudget(objective, ledger, span.to);
  if (budget === null) return null;
  const policy = policyOf(budget, said);
  const { tiers } = policy;
  // How fast the budget goes is worth knowing also where nobody is told.
  const watched = tiers.length > 0 ? tiers : standardTiers(lengthOf(budget));
  const told = tellAll({ policy, objective, ledger, span, points });
  const burnOver = (length: number): WindowBurn => {
    const last = { from: budget.asOf - length, to: budget.asOf };
    const { bad, total, allowed } = judgeSpan(objective, ledger, last);
    return { minutes: length, bad, total, burn: allowed === 0 ? null : bad / allowed };
  };
  const windows = [...new Set(watched.flatMap(({ short, long }) => [short, long]))];
  const [quick] = standardTiers(lengthOf(budget));
  const now = quick === undefined ? null : burnOver(quick.long).burn;
  return {
    objective,
    target: budget.target,
    logs: { span, holes: logs.holes },
    budget,
    parts: partStandings(
      objective,
      ledger,
      { from: budget.from, to: budget.asOf },
      budget.remainingShare,
    ),
    outlook: outlookOf(objective, ledger, budget, now),
    burns: windows.toSorted((a, b) => a - b).map(burnOver),
    tiers,
    firings: told.firings,
    held: told.held,
    dead: checkTiers(tiers, budget.target, lengthOf(budget)).filter(({ code }) => code === 'dead'),
    worstHours: worstOf(bucketsOf(history, span, hour)),
    routes: routesWithin(routes, { from: budget.from, to: span.to }),
    plot: plotOf({
      ...{ objective, ledger, history, span, points },
      curve: told.replay.curve,
      windows: watched.map(({ long }) => long),
    }),
    lowest: told.replay.lowest,
  };
}

/**
 * What alerts over logs are judged by; a log that ends is no lack of data.
 * @param said the standard tiers for the window when undefined
 */
export function policyOf(budget: Pick<BudgetState, 'window'>, said?: AlertPolicy): AlertPolicy {
  const policy = said ?? { ...usualPolicy, tiers: standardTiers(lengthOf(budget)) };
  return { ...policy, noData: null };
}

function lengthOf({ window }: Pick<BudgetState, 'window'>): Minute {
  return window.to - window.from;
}

function worstOf(hours: readonly Bucket[]): readonly Bucket[] {
  return hours
    .filter(({ bad }) => bad > 0)
    .toSorted((a, b) => b.bad - a.bad || a.from - b.from)
    .slice(0, worstShown);
}

function routesWithin(routes: ReportOptions['routes'], { from, to }: Span): readonly RouteCounts[] {
  return routes
    .map(({ name, minutes }) => {
      const inside = minutes.filter(({ minute }) => minute >= from && minute < to);
      const sum = (of: (minute: CountedMinute) => number) =>
        inside.reduce((all, minute) => all + of(minute), 0);
      return { name, good: sum(({ good }) => good), bad: sum(({ bad }) => bad) };
    })
    .filter(({ good, bad }) => good + bad > 0)
    .toSorted((a, b) => b.bad - a.bad || b.good - a.good);
}
