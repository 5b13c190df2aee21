import { expect, it } from 'vitest';
import { judgeTried } from './judge-tried.ts';
import type { Tried } from './tried.ts';

const tried = (...outcomes: readonly Tried['outcome'][]): Tried[] =>
  outcomes.map((outcome, index) => ({ action: `a:${index}`, outcome, detail: `d${index}` }));

it.each([
  [
    ['simulated', 'unread', 'unsure', 'denied', 'denied'],
    { outcome: 'denied', actions: 'a:3, a:4', detail: 'd3' },
  ],
  [['simulated', 'unread', 'unsure'], { outcome: 'unsure', actions: 'a:2', keys: 'd2' }],
  [['simulated', 'no-dry-run', 'unread'], { outcome: 'unread', detail: 'a:2: d2' }],
  [['simulated', 'no-dry-run'], { outcome: 'untried' }],
  [['no-role', 'no-role'], { outcome: 'no-role' }],
  [[], { outcome: 'untried' }],
  [['simulated', 'simulated'], { outcome: 'granted' }],
] as const)('judges a role of which %j is known by the worst', (outcomes, verdict) => {
  expect(judgeTried(tried(...outcomes))).toEqual(verdict);
});
