import type { Verdict } from './verdict.ts';

/**
 * Whole numbers of requests, for one minute or any span: `total = good + bad + excluded + partial`.
 * Partial successes with a weight stand in a count of their own, because half a request has no
 * exact sum; `weigh` turns them into good and bad. `client` counts requests whose class is
 * `client` beside the budget: they are among the others too.
 */
export interface Tally {
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
  readonly partial: number;
  readonly client: number;
}

export const emptyTally: Tally = { good: 0, bad: 0, excluded: 0, partial: 0, client: 0 };

/** A tally with one more verdict in it. */
export function tallied(tally: Tally, verdict: Verdict): Tally {
  const column = verdict.badPerMille === undefined ? verdict.counts : 'partial';
  return {
    ...tally,
    [column]: tally[column] + 1,
    client: tally.client + (verdict.class === 'client' ? 1 : 0),
  };
}

/**
 * Good and bad of a tally in thousandths of a request, exactly.
 * @param partialGoodPerMille how much of a partial success is good, 0 to 1000
 */
export function weigh(
  { good, bad, partial }: Tally,
  partialGoodPerMille: number,
): { readonly goodPerMille: number; readonly badPerMille: number } {
  return {
    goodPerMille: good * 1000 + partial * partialGoodPerMille,
    badPerMille: bad * 1000 + partial * (1000 - partialGoodPerMille),
  };
}
