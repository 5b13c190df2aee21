import { expect, it } from 'vitest';
import { practiceSeed as seed } from '../../../../test/support/practice-seed.ts';
import { checkConfig } from '../index.ts';

function problems(mode: 'socket' | 'http', url?: string) {
  const end = url === undefined ? '' : `\n\nurl: ${url}`;
  const text = seed.replace('mode: socket', () => `mode: ${mode}${end}`);
  return checkConfig(text, 'sekisho.yaml').problems;
}

it.each([
  ['http', undefined, ['http-without-url slack.mode']],
  ['http', 'http://sekisho.example.com', ['http-insecure url']],
  ['http', 'https://sekisho.example.com/on/a/path', []],
  ['socket', undefined, []],
  ['socket', 'http://127.0.0.1:4545', []],
  ['socket', 'https://sekisho.example.com/?x=1', ['shape url']],
  ['socket', 'https://sekisho.example.com/#x', ['shape url']],
  ['socket', 'https://me:hush@sekisho.example.com', ['shape url']],
] as const)('Slack in mode %s with the address %s', (mode, url, wanted) => {
  expect(problems(mode, url).map(({ code, path }) => `${code} ${path}`)).toEqual(wanted);
});

it('says at the line of the mode what is missing, and what else would do', () => {
  const [problem] = problems('http');
  expect(problem?.line).toBe(seed.slice(0, seed.indexOf('mode: socket')).split('\n').length);
  expect(problem?.text.en.fix).toMatch(/"url".*mode: socket/);
  expect(problem?.text.ja.fix).toMatch(/url.*mode: socket/);
});
