import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { replay } from '@sekisho/objectives/replay';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import type { StoredDays } from './stored-days.ts';

const minutes = 43_200;
const now = 20_000 * 1440;

/** Fifty candidate targets over thirty days of one SLO, every minute judged. */
export function measureReplay(stored: StoredDays, runs: number): Figure[] {
  const ledger = stored.ledgerOf(1, { from: now - 2 * minutes, to: now });
  const targets = Array.from({ length: 50 }, (_, index) => 1 - 0.05 / 1.1 ** index);
  const took = Array.from({ length: runs }, () => {
    const start = performance.now();
    replay({
      policy: { ...usualPolicy, tiers: standardTiers(minutes) },
      objective: {
        method: { kind: 'occurrences' },
        window: { kind: 'rolling', minutes },
        targets: [],
        missing: 'exclude',
      },
      ledger,
      span: { from: now - minutes, to: now },
      targets,
      incidents: [],
      graceMinutes: 5,
      curvePoints: 200,
    });
    return performance.now() - start;
  });
  return [
    {
      name: `replay of 50 targets × ${minutes} minutes, median of ${runs}`,
      value: quantile(took, 0.5),
      unit: 'ms',
    },
  ];
}
