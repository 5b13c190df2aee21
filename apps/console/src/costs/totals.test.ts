import { expect, it } from 'vitest';
import { weeksOf } from './search.ts';
import { barsOf, totalsOf, type Week } from './totals.ts';

const week = (change: Partial<Week>): Week => ({
  week: '2026-11-16',
  leases: 2,
  hours: 3.5,
  spent: 1,
  saved: 2,
  unpriced: 0,
  ...change,
});

it('adds up the weeks', () => {
  const weeks = [week({}), week({ week: '2026-11-09', spent: 0.5, unpriced: 1 })];
  expect(totalsOf(weeks)).toEqual({ leases: 4, hours: 7, spent: 1.5, saved: 4, unpriced: 1 });
  expect(totalsOf([])).toEqual({ leases: 0, hours: 0, spent: 0, saved: 0, unpriced: 0 });
});

it('draws each week against the dearest one, and nothing when nothing was spent', () => {
  const dear = week({});
  const cheap = week({ spent: 0.3, saved: 0 });
  expect(barsOf(dear, [dear, cheap])).toEqual({ spent: 1 / 3, saved: 2 / 3 });
  expect(barsOf(cheap, [dear, cheap])).toEqual({ spent: 0.3 / 3, saved: 0 });
  const free = week({ spent: 0, saved: 0 });
  expect(barsOf(free, [free])).toEqual({ spent: 0, saved: 0 });
});

it('shows eight weeks unless the address asks for another choice', () => {
  expect(weeksOf({})).toBe(8);
  expect(weeksOf({ weeks: '26' })).toBe(26);
  expect(weeksOf({ weeks: '999' })).toBe(8);
});
