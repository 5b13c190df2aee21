import { expect, it } from 'vitest';
import { cleanExact, cleanJson, cleanLine } from './clean.ts';

it('takes out escape sequences whole, so that nothing of them is left to read', () => {
  expect(cleanLine('\u001b[31mred\u001b[0m')).toBe('red');
  expect(cleanLine('a\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u0007b')).toBe('alinkb');
  expect(cleanLine('\u009b2Jx\u001bcy')).toBe('xy');
});

it('makes one line of several and keeps Japanese and emoji as they are', () => {
  expect(cleanLine('  遅い\nクエリ\t👩‍💻  を見る ')).toBe('遅い クエリ 👩‍💻 を見る');
});

it('takes out controls that would turn the order of a line around', () => {
  expect(cleanLine('abc\u202edcba\u2066x')).toBe('abcdcbax');
});

it('keeps the spaces of a command', () => {
  expect(cleanExact("aws --x 'a  b'\u0007")).toBe("aws --x 'a  b'");
});

it('writes JSON of the same value in which no control character stands as itself', () => {
  const value = { reason: 'a\u009b31m\u202eb\u007f\u0000\u001b\u2028é日' };
  expect(cleanJson(value)).toMatch(/^[\n -~é日]+$/);
  expect(JSON.parse(cleanJson(value))).toEqual(value);
});
