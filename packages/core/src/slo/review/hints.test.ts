import type { SloReview } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { hintsOf } from './hints.ts';

/** A month in which 1,000 might fail. */
function told(bad: number) {
  const coverage = { share: 1, expectedMinutes: 1, measuredMinutes: 1 };
  const remaining = 1000 - bad;
  const budget = { remaining, remainingShare: remaining / 1000, coverage } as SloReview['budget'];
  const nothing = { attribution: null, pages: [], proposals: [], suggestion: null, targets: [] };
  return hintsOf({ budget, ...nothing }).map(({ what, count }) => [what, count]);
}

describe('what a review should settle', () => {
  it('is what waits where less than a tenth of the budget is left', () => {
    expect(told(900)).toEqual([]);
    expect(told(960)).toEqual([['low-budget', 40]]);
    expect(told(1010)).toEqual([['overspent', 10]]);
  });
});
