import type { Place, Problem } from '../problems/index.ts';
import type { SlothSlo } from '../sloth/document.ts';
import { day, formatDuration } from './prometheus-duration.ts';
import { type AlertWindows, shortestPeriod, workbookWindows } from './windows.ts';

const usual = 30 * day;

/** What the command says of periods and windows. */
export interface WindowChoice {
  /** Milliseconds; null when nothing is said. */
  readonly period: number | null;
  /** Windows of one's own, which replace those of the workbook; none when nothing is said. */
  readonly windows: readonly AlertWindows[];
}

/** The windows of an SLO, or why it has none: its own period comes first, then the command's. */
export function chooseWindows(slo: SlothSlo, choice: WindowChoice): AlertWindows | Problem {
  const [only, ...others] = choice.windows;
  const known = choice.windows.map(({ period }) => formatDuration(period));
  const asked = slo.periodDays === null ? choice.period : slo.periodDays * day;
  if (asked === null && others.length > 0) return problem('several-periods', { known }, slo.place);
  const period = asked ?? only?.period ?? usual;
  const value = period % day === 0 ? `${period / day}d` : formatDuration(period);
  if (only !== undefined) {
    const found = choice.windows.find((one) => one.period === period);
    return found ?? problem('period-without-windows', { value, known }, slo.place);
  }
  const minimum = `${shortestPeriod / day}d`;
  return workbookWindows(period) ?? problem('period-too-short', { value, minimum }, slo.place);
}

function problem(code: Problem['code'], facts: Problem['facts'], place: Place): Problem {
  return { code, facts, place, value: '' } as Problem;
}
