import type { Family } from '../exposition/index.ts';
import type { Finding } from '../finding.ts';
import { isEndless } from '../routes.ts';
import { labelSums } from './labels.ts';

/** So many values of which most are made anew: nobody waits for the hundredth. */
const endlessFrom = 20;
const tooManyFrom = 300;

/** The labels of a metric whose values have no end: paths with ids, users, queries, messages of errors. */
export function explodingLabels(family: Family): readonly Finding[] {
  return [...labelSums(family.samples)].flatMap(([label, values]): readonly Finding[] => {
    const all = [...values.keys()];
    const endless = all.filter(isEndless);
    const isExploding =
      all.length >= tooManyFrom || (all.length >= endlessFrom && endless.length > all.length / 2);
    if (!isExploding) return [];
    const evidence = {
      label,
      values: all.length,
      series: family.samples.length,
      example: (endless[0] ?? all[0] ?? '').slice(0, 80),
    };
    return [
      {
        code: 'exploding-label',
        severity: 'spoils',
        about: ['availability', 'latency'],
        subject: family.name,
        evidence,
      },
    ];
  });
}
