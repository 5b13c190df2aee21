import { expect, it } from 'vitest';
import { ageOf } from './age.ts';

const now = new Date('2026-11-23T12:00:00Z');

it.each([
  ['a later time than ours', '2026-11-23T12:00:09Z', 0, false],
  ['an hour less than the bound', '2026-11-21T13:00:00Z', 1, false],
  ['the bound itself', '2026-11-21T12:00:00Z', 2, false],
  ['an hour more than the bound', '2026-11-21T11:00:00Z', 2, true],
])('of %s is told in whole days and judged by the hour', (_, at, days, isOld) => {
  expect(ageOf(at, now, 2)).toEqual({ at, days, bound: 2, isOld });
});
