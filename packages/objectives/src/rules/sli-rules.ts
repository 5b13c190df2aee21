import type { SlothSlo } from '../sloth/document.ts';
import { formatDuration } from './prometheus-duration.ts';
import { errorRatio, idLabels, merged, type Rule } from './rule.ts';
import { exactRatio, slothMean, slothRatio } from './sli-expression.ts';
import { type AlertWindows, windowsOf } from './windows.ts';

/** `sloth` equals what Sloth writes; `exact` is right where that is not. */
export type Dialect = 'sloth' | 'exact';

/** The error ratio over each window that alerts look at, and over the whole period. */
export function sliRules(slo: SlothSlo, windows: AlertWindows, dialect: Dialect): readonly Rule[] {
  if (slo.chain.sli === 'none') return [];
  return [...windowsOf(windows), windows.period].map((window) => {
    const own = { sloth_window: formatDuration(window) };
    const labels = merged(idLabels(slo), own, slo.labels);
    const expr = expressionOf(slo, window, { windows, dialect });
    return { record: errorRatio(window), expr, labels };
  });
}

function expressionOf(
  slo: SlothSlo,
  window: number,
  { windows, dialect }: { windows: AlertWindows; dialect: Dialect },
): string {
  const exact = dialect === 'exact' ? exactRatio(slo.sli, window) : null;
  if (exact !== null) return exact;
  const isMean = window === windows.period && slo.chain.sli === 'mean';
  const { short } = windows.tiers['page-quick'];
  return isMean ? slothMean(slo, window, short) : slothRatio(slo.sli, window);
}
