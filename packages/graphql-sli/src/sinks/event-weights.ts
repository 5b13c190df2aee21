import type { Verdict } from '@sekisho/counting/graphql';

/** How one event counts, in thousandths: whole numbers, which add up exactly. */
export interface EventWeights {
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
}

/** A verdict in thousandths of an event; a partial success with a weight is part good, part bad. */
export function eventWeights({ counts, badPerMille }: Verdict): EventWeights {
  if (badPerMille !== undefined) return { good: 1000 - badPerMille, bad: badPerMille, excluded: 0 };
  return {
    good: counts === 'good' ? 1000 : 0,
    bad: counts === 'bad' ? 1000 : 0,
    excluded: counts === 'excluded' ? 1000 : 0,
  };
}
