import { expect, it } from 'vitest';
import { plainOf, wordsOf } from './plain.ts';

it.each([
  ['$ upx\b \btime\r\n', '$ uptime\n'],
  ['\u001b[32mme\u001b[0m$ ls -l\u001b[K\r\n', 'me$ ls -l\n'],
  ['secret\rls\u001b[K', 'ls'],
  ['\u001b]0;title\u0007日本\b語', '日語'],
  ['\b\ba', 'a'],
])('reads %j as %j', (written, plain) => {
  expect(plainOf(written)).toBe(plain);
});

it('takes quoting for what a shell makes of it', () => {
  expect(wordsOf(`psql -c  "select 'a'"`)).toBe(wordsOf(String.raw`psql -c 'select \'a\''`));
});
