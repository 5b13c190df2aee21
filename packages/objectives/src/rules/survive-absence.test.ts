import { describe, expect, it } from 'vitest';
import { survivingAbsence } from './survive-absence.ts';

describe('a query of which a term may have no series', () => {
  it.each([
    ['sum(a) - sum(b)', '(sum(a)) - (sum(b)) or (sum(a))'],
    ['((\n  sum(a)\n  -\n  sum(b)\n))', '(sum(a)) - (sum(b)) or (sum(a))'],
    ['sum(a)+sum(b)', '(sum(a)) + (sum(b)) or (sum(a)) or (sum(b))'],
    ['a - b - c', '((a) - (b) or (a)) - (c) or ((a) - (b) or (a))'],
    ['sum(a{x="-"} - c) - b', '(sum(a{x="-"} - c)) - (b) or (sum(a{x="-"} - c))'],
  ])('keeps what the others have: %s', (query, surviving) => {
    expect(survivingAbsence(query)).toBe(surviving);
  });

  it.each([
    'sum(rate(a{code=~"5.."}[5m]))',
    '(sum(a))',
    'sum(a - b)',
    'a offset -5m',
    'a[5m] offset -5m @ 1e-5',
    '-a',
    '(a) * (b - c)',
    '2 * a - b',
    'a - on (x) b',
    'a - b or vector(0)',
    'a > b - c',
    'a + 1',
    '1e-5 + a',
    'a - scalar(b)',
    'a # - b',
    'a - b # c',
  ])('is left as it is where it is no plain sum of series: %s', (query) => {
    expect(survivingAbsence(query)).toBe(query);
  });
});
