import { expect, it } from 'vitest';
import { AppError } from '../../platform/app-error.ts';
import { matcherOf } from './pattern.ts';

/** The code of what a pattern is refused with; null when it is none. */
function refusedAs(pattern: string): string | null {
  try {
    matcherOf({ pattern, regex: true });
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : 'a bug';
  }
}

it('takes no time out of proportion to look for what backtracks elsewhere', () => {
  const began = performance.now();
  for (const pattern of ['(a+)+$', '(a|aa)+$', '(.*a){12}b', '(x+x+)+y'])
    expect(matcherOf({ pattern, regex: true })(`${'a'.repeat(1000)}${'x'.repeat(1000)}!`)).toBe(
      false,
    );
  expect(performance.now() - began).toBeLessThan(3000);
});

it.each([
  '.{0,999}'.repeat(24),
  '(?=x)',
  '(a',
  String.raw`(a)\1`,
  '((x{1000}){1000}){1000}',
  'a'.repeat(201),
])('refuses %s as no pattern', (pattern) => expect(refusedAs(pattern)).toBe('bad-pattern'));

it('reads a pattern letter by letter unless it is said to be an expression', () => {
  expect(matcherOf({ pattern: '.*' })('rm -rf .*')).toBe(true);
  expect(matcherOf({ pattern: '.*' })('rm -rf x')).toBe(false);
  expect(matcherOf({ pattern: 'DROP', ignoreCase: true })('drop table')).toBe(true);
  expect(matcherOf({ pattern: 'DROP$', regex: true, ignoreCase: true })('drop')).toBe(true);
});
