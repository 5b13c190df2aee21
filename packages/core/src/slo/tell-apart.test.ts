import { expect, it } from 'vitest';
import { tellApart } from './tell-apart.ts';

it.each([
  [10, 3, 'bad', { good: 7, bad: 3 }],
  [10, null, 'bad', { good: 10, bad: 0 }],
  [null, 3, 'bad', { good: 0, bad: 3 }],
  [2, 3, 'bad', { good: 0, bad: 3 }],
  [null, null, 'bad', null],
  [10, 3, 'good', { good: 3, bad: 7 }],
  [10, null, 'good', { good: 0, bad: 10 }],
  [2, 3, 'good', { good: 2, bad: 0 }],
  [null, 3, 'good', null],
] as const)('of %s in all and %s that are %s: %o', (total, told, apart, counts) => {
  expect(tellApart(total, told, apart)).toEqual(counts);
});
