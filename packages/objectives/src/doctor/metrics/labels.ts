import type { Sample } from '../exposition/index.ts';

/** The values of each label of some series, and how much each stands for. */
export type LabelSums = ReadonlyMap<string, ReadonlyMap<string, number>>;

const own = new Set(['le', 'quantile']);

/** Sums by label and value; what belongs to the kind of metric (`le`, `quantile`) is left out. */
export function labelSums(samples: readonly Sample[]): LabelSums {
  const sums = new Map<string, Map<string, number>>();
  for (const { labels, value } of samples) {
    for (const [label, text] of labels) {
      if (own.has(label)) continue;
      const values = sums.get(label) ?? new Map<string, number>();
      values.set(text, (values.get(text) ?? 0) + finite(value));
      sums.set(label, values);
    }
  }
  return sums;
}

/** The sum of the series that fit. */
export function sumOf(
  samples: readonly Sample[],
  fits: (labels: Sample['labels']) => boolean = () => true,
): number {
  return samples.reduce((sum, { labels, value }) => sum + (fits(labels) ? finite(value) : 0), 0);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
