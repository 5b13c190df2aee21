import type { Problem } from '../problems/index.ts';
import type { TierName } from '../problems/sloth-facts.ts';
import type { SlothSlo } from '../sloth/document.ts';
import { budgetRatio } from './alert-rules.ts';
import { formatDuration } from './prometheus-duration.ts';
import { type AlertWindows, burnFactor, tierNames } from './windows.ts';

/** The tiers of wanted alerts whose threshold no error ratio can exceed, as problems. */
export function deadTiers(slo: SlothSlo, windows: AlertWindows): readonly Problem[] {
  const budget = budgetRatio(slo);
  return wanted(slo).flatMap((tier): readonly Problem[] => {
    const factor = burnFactor(windows, tier);
    const threshold = factor * budget;
    if (threshold < 1) return [];
    const needed = (1 - 1 / factor) * 100;
    const facts = { slo: slo.id, tier, factor, budget, threshold, needed };
    return [{ code: 'dead-tier', facts, place: slo.place, value: String(slo.objective) }];
  });
}

/** Below this the slow ticket comes while the budget would last; Sloth's own 28 days have 0.93. */
const lowestFactor = 0.9;

/** Says that a ticket would come although the budget lasts, where the windows do not fit the period. */
export function earlyTicket(slo: SlothSlo, windows: AlertWindows): Problem | null {
  const factor = burnFactor(windows, 'ticket-slow');
  if (factor >= lowestFactor || !wanted(slo).includes('ticket-slow')) return null;
  const facts = { period: formatDuration(windows.period), factor };
  return { code: 'slow-below-one', facts, place: slo.place, value: '' };
}

function wanted({ page, ticket, chain }: SlothSlo): readonly TierName[] {
  if (!chain.alerts) return [];
  return tierNames.filter((name) => (name.startsWith('page') ? page : ticket) !== null);
}
