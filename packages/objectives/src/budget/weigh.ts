import { composite } from '../composite/index.ts';
import type { Method } from './objective.ts';

/** What one part of a composite held in some span. */
export interface PartUnits {
  readonly weight: number;
  /** Units judged: events, or slices. */
  readonly total: number;
  readonly bad: number;
}

/**
 * The units of a composite: their share of bad is the weighted mean of the parts that had any.
 *
 * Events count for as many as would tell as much about that mean (the effective size of a weighted
 * sample, Kish 1965), so that a part with three requests does not seem to be known as well as one
 * with a million. Slices are as long in every part: their number is the mean of the parts'.
 */
export function weigh(
  { kind }: Method,
  parts: readonly PartUnits[],
): { readonly total: number; readonly bad: number } {
  const having = parts.filter(({ total }) => total > 0);
  // Of one part nothing is weighed, and nothing rounded.
  if (having.length <= 1) return { total: having[0]?.total ?? 0, bad: having[0]?.bad ?? 0 };
  const members = having.map(({ weight, total, bad }, index) => ({
    ...{ name: String(index), weight, whenMissing: 'ignore' as const },
    sli: Math.min(Math.max(1 - bad / total, 0), 1),
  }));
  // Of a budget of everything the burn is the share of errors itself.
  const { burn: error, members: weighed } = composite(members, 1);
  const counted = weighed.map(({ share }, index) => ({ share, units: having[index]?.total ?? 0 }));
  const total =
    kind === 'occurrences'
      ? 1 / counted.reduce((sum, { share, units }) => sum + share ** 2 / units, 0)
      : counted.reduce((sum, { share, units }) => sum + share * units, 0);
  return { total, bad: (error ?? 0) * total };
}
