export { type Judged, judgeSpan, unitsOf } from './allowance.ts';
export { BadObjective } from './bad-objective.ts';
export { makeComposite } from './composite-ledger.ts';
export { type BudgetState, type Coverage, evaluateBudget } from './evaluate.ts';
export { isLow } from './is-low.ts';
export {
  type Ledger,
  type LedgerPart,
  type LedgerSums,
  lastMeasured,
  makeLedger,
  sumLedger,
} from './ledger.ts';
export {
  cellMinutes,
  checkObjective,
  errorBudget,
  type Method,
  type MissingPolicy,
  type Objective,
  type TargetInForce,
  targetAt,
} from './objective.ts';
export { type Outlook, outlookOf } from './outlook.ts';
export { type PartStanding, partStandings } from './part-standings.ts';
export {
  type CalendarUnit,
  type CalendarWindow,
  type RollingWindow,
  spanOf,
  type Window,
} from './window.ts';
