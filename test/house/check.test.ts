import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const check = fileURLToPath(new URL('../../scripts/check.mjs', import.meta.url));

test.each([
  [['import rules', 'typos'], 'There is no check “typos”.'],
  [['--fast'], "Unknown option '--fast'."],
])('the checks refuse %j in words, naming what there is, and check nothing', (args, why) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [check, ...args], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(why);
  expect(stderr).toContain('The checks are: types, lint, import rules,');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
