import type { Family } from '../exposition/index.ts';
import type { Finding } from '../finding.ts';
import { part } from './families.ts';
import { sumOf } from './labels.ts';

/** What a summary says: its quantiles cannot be added up, and no share below a limit is in them. */
export function judgeSummary(family: Family): readonly Finding[] {
  const quantiles = family.samples.filter(({ labels }) => labels.has('quantile'));
  const counts = part(family, '_count');
  const listed = [...new Set(quantiles.map(({ labels }) => labels.get('quantile') ?? ''))];
  const evidence = {
    quantiles: listed.slice(0, 10).join(', '),
    series: quantiles.length,
    counts: counts.length,
    events: sumOf(counts),
  };
  return counts.length === 0
    ? [
        {
          code: 'quantiles-only',
          severity: 'spoils',
          about: ['availability', 'latency'],
          subject: family.name,
          evidence,
        },
      ]
    : [{ code: 'summary', severity: 'spoils', about: ['latency'], subject: family.name, evidence }];
}
