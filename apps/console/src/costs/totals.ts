import type { OutputOf } from '@sekisho/contract';

export type Week = OutputOf<'ops.cost'>[number];

/** What some weeks come to together. */
export function totalsOf(weeks: readonly Week[]) {
  const sum = (field: 'spent' | 'saved' | 'leases' | 'hours' | 'unpriced') =>
    weeks.reduce((total, week) => total + week[field], 0);
  return {
    spent: sum('spent'),
    saved: sum('saved'),
    leases: sum('leases'),
    hours: sum('hours'),
    unpriced: sum('unpriced'),
  };
}

/** How long the bars of a week are: shares of the dearest week, 0 to 1. */
export function barsOf(week: Week, weeks: readonly Week[]): { spent: number; saved: number } {
  const most = Math.max(...weeks.map(({ spent, saved }) => spent + saved));
  if (!(most > 0)) return { spent: 0, saved: 0 };
  return { spent: week.spent / most, saved: week.saved / most };
}
