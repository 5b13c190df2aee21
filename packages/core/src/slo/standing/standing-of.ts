import type { BudgetStanding } from '@sekisho/config';
import { evaluateBudget } from '@sekisho/objectives/budget';
import type { Tx } from '../../platform/context.ts';
import { clockMinute, type Look, measuredUntil } from '../evaluate/index.ts';

/** How far behind its declared lateness a source may be before what it told is too old to act on. */
const longestBehindMinutes = 60;
/** A budget of which nothing was measured for so long is that of another time. */
const longestSilenceMinutes = 360;

/**
 * What is left of an SLO's error budget, if that can be told: something was promised and measured,
 * not long ago. Whoever acts on budgets refuses where it cannot.
 */
export function standingOf(tx: Pick<Tx, 'now' | 'config'>, look: Look): BudgetStanding {
  const { slo, objective, ledger, through, history, parts } = look;
  if (through === null) return { problem: 'unmeasured' };
  const clock = clockMinute(tx, slo);
  if (clock - through > longestBehindMinutes) return { problem: 'behind' };
  // A part of a composite that fell silent is weighed no more: that must not look like health.
  const all = parts?.map((part) => part.history) ?? [history];
  const silent = all.some(
    (one) => clock - (measuredUntil(one, clock) ?? 0) > longestSilenceMinutes,
  );
  if (silent) return { problem: 'unmeasured' };
  const remaining = evaluateBudget(objective, ledger, through)?.remainingShare ?? null;
  return remaining === null ? { problem: 'unmeasured' } : { remaining };
}
