// A small world for tests of budgets: minutes by a rule, judged at their end.
import { checkObjective, evaluateBudget, makeLedger, type Objective } from '../src/budget/index.ts';
import { noMask } from '../src/corrections/index.ts';
import { type Counts, MinuteHistory } from '../src/minutes/index.ts';

export const start = 20_000 * 1440;
export const twoWeeks = 20_160;
export const whole = 60_000;

export function historyOf(length: number, each: (at: number) => Partial<Counts>): MinuteHistory {
  const history = new MinuteHistory();
  for (let at = 0; at < length; at += 1) history.add(start + at, { measured: whole, ...each(at) });
  return history;
}

export function objectiveOf(more: Partial<Objective>): Objective {
  return {
    method: { kind: 'occurrences' },
    window: { kind: 'rolling', minutes: twoWeeks },
    targets: [{ from: 0, target: 0.95 }],
    missing: 'exclude',
    ...more,
  };
}

export function judge(objective: Objective, history: MinuteHistory, length: number, mask = noMask) {
  checkObjective(objective);
  const ledger = makeLedger(history, objective.method, mask, { from: start, to: start + length });
  const state = evaluateBudget(objective, ledger, start + length);
  if (state === null) throw new Error('nothing was judged');
  return { state, ledger };
}
