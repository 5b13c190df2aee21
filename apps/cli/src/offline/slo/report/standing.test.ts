import type { Report } from '@sekisho/objectives/report';
import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.ts';

const kindOf = (bad: number) => {
  const budget = { remaining: 100 - bad, remainingShare: 1 - bad / 100 } as Report['budget'];
  return standingOf({ budget }).kind;
};

describe('how a budget stands at the end of logs', () => {
  it('is low in its last tenth, and spent below nought', () => {
    expect([0, 89, 91, 96, 100, 101].map(kindOf)).toEqual([
      ...['within', 'within', 'low', 'low', 'low', 'spent'],
    ]);
  });
});
