import type { SlothSli, SlothSlo } from '../sloth/document.ts';
import { withWindow } from '../sloth/query.ts';
import { formatDuration } from './prometheus-duration.ts';
import { errorRatio, selector } from './rule.ts';
import { survivingAbsence } from './survive-absence.ts';

/** The error ratio over a window (milliseconds), as Sloth asks for it. */
export function slothRatio(sli: SlothSli, window: number): string {
  const asked = (query: string) => withWindow(query, formatDuration(window));
  if (sli.kind === 'raw') return `(${asked(sli.errorRatioQuery)})`;
  if (sli.kind === 'events') return `(${asked(sli.errorQuery)})\n/\n(${asked(sli.totalQuery)})\n`;
  // Sloth reads OpenSLO's good and total as a ratio written out in full.
  const lines = [
    '',
    '  1 - (',
    '    (',
    `      ${asked(sli.goodQuery)}`,
    '    )',
    '    /',
    '    (',
  ];
  return `(${[...lines, `      ${asked(sli.totalQuery)}`, '    )', '  )', ''].join('\n')})`;
}

/**
 * The mean of the short windows' ratios over the whole period, which is what Sloth takes for its
 * error ratio: cheap, but a quiet night weighs as much as a busy day.
 */
export function slothMean(slo: SlothSlo, period: number, short: number): string {
  const span = `${errorRatio(short)}${selector(slo)}[${formatDuration(period)}]`;
  return `sum_over_time(${span})\n/ ignoring (sloth_window)\ncount_over_time(${span})\n`;
}

/**
 * The error ratio over a window (milliseconds) from the events themselves; null where the SLI
 * does not count events. Where nothing happened it is 0, not 0/0; where events happened and no
 * series of errors exists it is 0, for each label set of the total; where the total is unknown
 * there is no answer. Of a sum or a difference a term without series is nothing, not all of it.
 */
export function exactRatio(sli: SlothSli, window: number): string | null {
  if (sli.kind === 'raw') return null;
  const asked = (query: string) =>
    survivingAbsence(withWindow(query, formatDuration(window)).trim());
  const total = `(${asked(sli.totalQuery)})`;
  const part = `(${asked(sli.kind === 'events' ? sli.errorQuery : sli.goodQuery)})`;
  const counted = `(\n${part}\nor\n${total} * 0\n)`;
  const ratio = `(\n${counted}\n/\n(${total} > 0)\n)`;
  return `${sli.kind === 'events' ? ratio : `(1 - ${ratio})`}\nor\n(${total} == 0)\n`;
}
