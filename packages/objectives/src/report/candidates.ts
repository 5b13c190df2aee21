import type { AlertPolicy } from '../alerts/index.ts';
import { type BudgetState, evaluateBudget, type Objective, sumLedger } from '../budget/index.ts';
import { type Incident, type Replay, replay } from '../replay/replay.ts';
import type { LogHistory } from './counted.ts';
import { type JudgedLogs, judgeLogs, type LogCounts } from './judge-logs.ts';
import { judgedFrom } from './judged-from.ts';
import { policyOf } from './report.ts';

/** What candidate targets would have done over the history that logs hold. */
export interface Candidates {
  readonly logs: Omit<LogHistory, 'history'>;
  /** Events that count, and those of them that failed; of a composite that counts events as many as tell as much. */
  readonly events: number;
  readonly bad: number;
  /** Of the declared incidents those of the time that the logs hold. */
  readonly incidents: readonly Incident[];
  /** In the order asked for. */
  readonly candidates: readonly Candidate[];
}

export interface Candidate extends Replay {
  /** The budget at the end of the logs. */
  readonly budget: BudgetState;
  /** Minutes in which a page was on. */
  readonly pageMinutes: number;
}

export type CandidateOptions = LogCounts & {
  /** Its targets are not used. */
  readonly objective: Objective;
  /** The usual one when unsaid. */
  readonly policy?: AlertPolicy | undefined;
  readonly targets: readonly number[];
  readonly incidents: readonly Incident[];
};

/** Minutes after an incident's end in which a page still counts as catching it. */
export const graceMinutes = 5;

/**
 * Replays logs for each candidate target.
 * @returns null when there is no minute
 * Errors: throws `BadObjective` for a target or a window that no budget can be kept for.
 */
export function replayCandidates({
  objective,
  policy,
  targets,
  incidents: declared,
  ...counts
}: CandidateOptions): Candidates | null {
  const counted = judgeLogs(objective, counts);
  if (counted === null) return null;
  const { ledger } = counted;
  const { span, holes } = counted.logs;
  const withTarget = (target: number) => ({ ...objective, targets: [{ from: 0, target }] });
  const states = targets.map((target) => evaluateBudget(withTarget(target), ledger, span.to));
  const [first] = states;
  if (first === null || first === undefined) return null;
  const incidents = declared.filter(({ from, to }) => from < span.to && to > span.from);
  const common = { objective, ledger, span, targets, incidents, graceMinutes, curvePoints: 60 };
  const found = replay({
    ...common,
    policy: policyOf(first, policy),
    ...judgedFrom(objective, span),
  });
  return {
    logs: { span, holes },
    incidents,
    ...eventsOf(counted),
    candidates: found.flatMap((one, index) => {
      const budget = states[index];
      return budget ? [{ ...one, budget, pageMinutes: minutesOn(one, span.to) }] : [];
    }),
  };
}

/** Parts of a composite are weighed, and so are the events that stand behind their mean. */
function eventsOf({ logs: { history, span }, ledger }: JudgedLogs) {
  const { good, bad } = history.sum(span);
  if (ledger.parts === undefined || ledger.method.kind !== 'occurrences')
    return { events: good + bad, bad };
  const sums = sumLedger(ledger, span);
  return { events: sums.total, bad: sums.bad };
}

/** Minutes in which at least one page was on. @param end where the history ends */
export function minutesOn({ pages }: Pick<Replay, 'pages'>, end: number): number {
  let [total, until] = [0, 0];
  for (const { firedAt, resolvedAt } of pages) {
    const to = resolvedAt ?? end;
    total += Math.max(to - Math.max(firedAt, until), 0);
    until = Math.max(until, to);
  }
  return total;
}
