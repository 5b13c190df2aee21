import { type BudgetState, evaluateBudget, spanOf, type Window } from '@sekisho/objectives/budget';
import type { Minute, Span } from '@sekisho/objectives/minutes';
import { calendarMonth } from '@sekisho/objectives/review';
import type { Tx } from '../../platform/context.ts';
import { type Evaluator, type Look, lookBack } from '../evaluate/index.ts';

const days28 = 28 * 1440;
const days7 = 7 * 1440;

/** One SLO at the end of a month, or as far into it as is known. */
export interface MonthLook {
  readonly look: Look;
  /** Where judging stopped: the month's end, or the source's watermark in it. */
  readonly end: Minute;
  /** Of the month; null when nothing of it was ever looked at. */
  readonly budget: BudgetState | null;
  readonly raw: BudgetState | null;
  readonly own: BudgetState | null;
  readonly last28: BudgetState | null;
  readonly last7: BudgetState | null;
}

/** Looks at an SLO at the end of a month; null when nothing in it is complete yet. */
export async function lookAtMonth(
  tx: Tx,
  evaluator: Evaluator,
  now: Look,
  { span, timeZone }: { readonly span: Span; readonly timeZone: string },
): Promise<MonthLook | null> {
  const { slo, objective, through } = now;
  const end = Math.min(span.to, through ?? span.from);
  if (end <= span.from) return null;
  const from = Math.min(span.from, end - days28, spanOf(slo.window, end - 1).from);
  const look = await lookBack(tx, evaluator, now, { from: span.from, to: end }, from);
  const judge = (window: Window, ledger = look.ledger) =>
    evaluateBudget({ ...objective, window }, ledger, end);
  const known = look.ledger.firstCell * look.ledger.cellMinutes < end;
  // A frozen budget stands where its data ended, which may be in an earlier month.
  const ofMonth = (state: BudgetState | null) =>
    known && state !== null && state.window.from === span.from ? state : null;
  const month = calendarMonth(timeZone);
  const rolling = (minutes: number) => (known ? judge({ kind: 'rolling', minutes }) : null);
  return {
    ...{ look, end },
    budget: ofMonth(judge(month)),
    raw: ofMonth(judge(month, look.raw)),
    own: known ? judge(slo.window) : null,
    last28: rolling(days28),
    last7: rolling(days7),
  };
}
